package io.fovea.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fovea.network.AveragePooling2d;
import io.fovea.network.Concatenation;
import io.fovea.network.Convolution2d;
import io.fovea.network.ImageInput;
import io.fovea.network.Network;
import io.fovea.network.Padding;
import io.fovea.network.Relu;
import io.fovea.network.Size;
import io.fovea.network.Softmax;
import io.fovea.network.Stride;
import io.fovea.tensor.Shape;
import io.fovea.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How plans are compiled, run, read and closed. */
class PlanTest {
  private static final Shape SHAPE = Shape.of(1, 3, 16, 16);

  private final RandomLayers random = new RandomLayers(11);
  private final Network network = fire();
  private final Tensor input = random.tensor(SHAPE);
  private long openBefore;

  @BeforeEach
  void countOpen() {
    openBefore = NativeScope.openCount();
  }

  @AfterEach
  void nothingIsLeftOpen() {
    assertThat(NativeScope.openCount()).isEqualTo(openBefore);
  }

  @Test
  void aReluIsAppliedByItsConvolutionWhereNobodyWantsTheConvolution() {
    assertThat(kinds("prob")).doesNotContain("relu");
  }

  @Test
  void oneReluServesBothConvolutionsBeforeAConcatenation() {
    assertThat(kindsOfAll()).containsOnlyOnce("relu").doesNotContain("concatenation");
  }

  @Test
  void layersBehindTheWantedOneAreNotComputed() {
    assertThat(kinds("squeeze")).doesNotContain("softmax").containsOnlyOnce("convolution");
  }

  @Test
  void noPrimitiveIsReferenceCode() {
    try (var engine = Engine.of(network);
        var plan = engine.compile(PlanRequest.of(network, 1).withAllLayers(network))) {
      assertThat(plan.primitives()).noneMatch(PrimitiveInfo::isReference);
    }
  }

  @Test
  void aPlanCompiledOnOneThreadRunsOnAnother() throws Exception {
    try (var engine = Engine.of(network);
        var plan = engine.compile(PlanRequest.of(network, 1).withThreads(2))) {
      Tensor here = plan.run(input).get("prob").toTensor();
      var pool = Executors.newSingleThreadExecutor();
      try {
        Future<Tensor> there = pool.submit(() -> plan.run(input).get("prob").toTensor());
        assertThat(there.get()).isEqualTo(here);
      } finally {
        pool.shutdown();
      }
    }
  }

  @Test
  void oneThreadAndTwoGiveTheSame() {
    try (var engine = Engine.of(network);
        var one = engine.compile(PlanRequest.of(network, 1).withThreads(1));
        var two = engine.compile(PlanRequest.of(network, 1).withThreads(2))) {
      float[] expected = one.run(input).get("prob").toTensor().toArray();
      float[] actual = two.run(input).get("prob").toTensor().toArray();
      for (int i = 0; i < expected.length; i++) {
        assertThat(actual[i]).isCloseTo(expected[i], org.assertj.core.data.Offset.offset(1e-6f));
      }
    }
  }

  @Test
  void manyThreadsRunPlansOfOneEngineAtOnce() throws Exception {
    var pool = Executors.newFixedThreadPool(4);
    try (var engine = Engine.of(network)) {
      Tensor expected = scores(engine, input);
      var together = new CountDownLatch(4);
      var results = new ArrayList<Future<Boolean>>();
      for (int i = 0; i < 4; i++) {
        results.add(
            pool.submit(
                () -> {
                  together.countDown();
                  together.await();
                  for (int run = 0; run < 50; run++) {
                    if (!scores(engine, input).equals(expected)) {
                      return false;
                    }
                  }
                  return true;
                }));
      }
      for (var result : results) {
        assertThat(result.get()).isTrue();
      }
    } finally {
      pool.shutdown();
    }
  }

  @Test
  void aSecondThreadThatEntersARunningPlanGetsAnError() throws Exception {
    try (var engine = Engine.of(network);
        var plan = engine.compile(PlanRequest.of(network, 1))) {
      var pool = Executors.newFixedThreadPool(4);
      var together = new CountDownLatch(4);
      var runs = new ArrayList<Future<Boolean>>();
      for (int i = 0; i < 4; i++) {
        runs.add(
            pool.submit(
                () -> {
                  together.countDown();
                  together.await();
                  for (int run = 0; run < 2000; run++) {
                    plan.run(input);
                  }
                  return true;
                }));
      }
      int refused = 0;
      for (var run : runs) {
        try {
          run.get();
        } catch (ExecutionException e) {
          assertThat(e)
              .hasRootCauseMessage(
                  "another thread uses this plan; compile one for each thread, they share the"
                      + " weights");
          refused++;
        }
      }
      pool.shutdown();
      assertThat(refused).isGreaterThan(0);
    }
  }

  @Test
  void aBatchGivesWhatItsItemsGiveAlone() {
    var both = random.tensor(SHAPE.withBatch(2));
    try (var engine = Engine.of(network);
        var batch = engine.compile(PlanRequest.of(network, 2));
        var single = engine.compile(PlanRequest.of(network, 1))) {
      Tensor scores = batch.run(both).get("prob").toTensor();
      for (int item = 0; item < 2; item++) {
        Tensor alone = single.run(both.item(item)).get("prob").toTensor();
        double[] expected = new double[alone.shape().elementCount()];
        for (int i = 0; i < expected.length; i++) {
          expected[i] = alone.buffer().get(i);
        }
        assertThat(Comparison.difference(scores.item(item), expected)).isLessThan(1e-6);
      }
    }
  }

  @Test
  void anEngineMayBeClosedBeforeItsPlans() {
    var engine = Engine.of(network);
    var plan = engine.compile(PlanRequest.of(network, 1));
    Tensor before = plan.run(input).get("prob").toTensor();
    engine.close();
    engine.close();
    assertThat(plan.run(input).get("prob").toTensor()).isEqualTo(before);
    plan.close();
    plan.close();
  }

  @Test
  void aClosedEngineCompilesNothing() {
    var engine = Engine.of(network);
    engine.close();
    assertThatThrownBy(() -> engine.compile(PlanRequest.of(network, 1)))
        .hasMessage("this engine is closed; make a new one");
  }

  @Test
  void aClosedPlanRefuses() {
    try (var engine = Engine.of(network)) {
      var plan = engine.compile(PlanRequest.of(network, 1));
      var prob = plan.run(input).get("prob");
      plan.close();
      assertThatThrownBy(prob::toTensor).hasMessage("this plan is closed; compile a new one");
      assertThatThrownBy(() -> plan.run(input))
          .hasMessage("this plan is closed; compile a new one");
    }
  }

  @Test
  void anActivationRefusesAfterItsPlanRanAgain() {
    try (var engine = Engine.of(network);
        var plan = engine.compile(PlanRequest.of(network, 1))) {
      var prob = plan.run(input).get("prob");
      plan.run(input);
      assertThatThrownBy(prob::toTensor)
          .hasMessage(
              "the activation of prob is of an earlier run; read it before the plan runs again");
    }
  }

  @Test
  void aLayerIsReadByItsAliasToo() {
    var named = network.withAliases(Map.of("pointwise", "squeeze"));
    try (var engine = Engine.of(named);
        var plan = engine.compile(PlanRequest.of(named, 1).withWanted("pointwise"))) {
      var activations = plan.run(input);
      assertThat(activations.get("pointwise").layer()).isEqualTo("squeeze");
      assertThat(activations.get("squeeze").shape()).isEqualTo(Shape.of(1, 16, 16, 16));
    }
  }

  @Test
  void wrongUseIsNamed() {
    try (var engine = Engine.of(network);
        var plan = engine.compile(PlanRequest.of(network, 1))) {
      assertThatThrownBy(() -> plan.run(Tensor.zeros(Shape.of(1, 3, 8, 8))))
          .hasMessage(
              "the input data is 1 × 3 × 8 × 8, but the plan was compiled for 1 × 3 × 16 × 16");
      assertThatThrownBy(() -> plan.run(Map.of("image", input)))
          .hasMessage("the input data is missing; give a tensor for it");
      var activations = plan.run(input);
      assertThatThrownBy(() -> activations.get("squeeze"))
          .hasMessage(
              "this plan doesn't keep the activation of squeeze; compile it with that layer"
                  + " wanted");
      assertThatThrownBy(() -> activations.get("prob").copyTo(new float[3]))
          .hasMessage("the activation of prob has 20480 values, but the array has 3");
      assertThatThrownBy(() -> engine.compile(PlanRequest.of(network, 1).withWanted("sqeeze")))
          .hasMessageStartingWith("fire has no layer sqeeze; did you mean squeeze");
      assertThatThrownBy(() -> PlanRequest.of(network, 1).withThreads(0))
          .hasMessage("a plan needs at least 1 thread, but is given 0");
      assertThatThrownBy(() -> PlanRequest.of(network, 1).withWanted())
          .hasMessage("a plan needs at least one wanted layer; name one");
    }
  }

  @Test
  void compilingAndClosingKeepsNothing() {
    try (var engine = Engine.of(network)) {
      scores(engine, input);
      long before = NativeScope.openCount();
      for (int i = 0; i < 200; i++) {
        scores(engine, input);
      }
      assertThat(NativeScope.openCount()).isEqualTo(before);
    }
  }

  @Test
  void plansShareParametersAndTakeWhatIsTheirsAloneWithThem() {
    var pooling =
        Network.of(
            "pooling",
            List.of(
                ImageInput.of("data", 5, 5, 3),
                convolution("conv", "data", 16, 3, 1),
                AveragePooling2d.of("pool", "conv", Size.of(2), Stride.of(2))
                    .withCeilMode()
                    .withPaddingCounted()));
    try (var engine = Engine.of(pooling)) {
      for (int i = 0; i < 3; i++) {
        engine.compile(PlanRequest.of(pooling, 1)).close();
        assertThat(engine.parameterCopies()).isEqualTo(2); // weights and bias, no divisors
      }
    }
  }

  private static Tensor scores(Engine engine, Tensor input) {
    var request = PlanRequest.of(engine.network(), 1).withThreads(1);
    try (var plan = engine.compile(request)) {
      return plan.run(input).get("prob").toTensor();
    }
  }

  private List<String> kinds(String wanted) {
    return kinds(PlanRequest.of(network, 1).withWanted(wanted));
  }

  private List<String> kindsOfAll() {
    return kinds(PlanRequest.of(network, 1).withAllLayers(network));
  }

  private List<String> kinds(PlanRequest request) {
    try (var engine = Engine.of(network);
        var plan = engine.compile(request)) {
      return plan.primitives().stream().map(PrimitiveInfo::kind).toList();
    }
  }

  /** A fire module with the softmax of what it gives. */
  private Network fire() {
    return Network.of(
        "fire",
        List.of(
            ImageInput.of("data", 16, 16, 3),
            convolution("squeeze", "data", 16, 3, 1),
            convolution("one", "squeeze", 32, 16, 1),
            new Relu("reluOne", "one"),
            convolution("three", "squeeze", 48, 16, 3).withPadding(Padding.of(1)),
            new Relu("reluThree", "three"),
            Concatenation.of("concat", "reluOne", "reluThree"),
            Softmax.of("prob", "concat")));
  }

  private Convolution2d convolution(String name, String from, int filters, int channels, int side) {
    return Convolution2d.of(
        name,
        from,
        random.parameter("Weights", filters, channels, side, side),
        random.parameter("Bias", filters));
  }
}
