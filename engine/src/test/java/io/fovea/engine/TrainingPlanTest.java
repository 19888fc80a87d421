package io.fovea.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fovea.network.Convolution2d;
import io.fovea.network.Dilation;
import io.fovea.network.Dropout;
import io.fovea.network.ImageInput;
import io.fovea.network.Layer;
import io.fovea.network.Network;
import io.fovea.network.Padding;
import io.fovea.network.Parameter;
import io.fovea.network.Relu;
import io.fovea.network.Stride;
import io.fovea.tensor.Shape;
import io.fovea.tensor.Tensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a training plan promises, whatever the layers. */
class TrainingPlanTest {
  private final RandomLayers random = new RandomLayers(11);

  @Test
  void dropoutDropsForwardWhatItDropsBackward() {
    var shape = Shape.of(2, 16, 8, 8);
    var ones = new float[shape.elementCount()];
    Arrays.fill(ones, 1);
    var network = network(shape, new Dropout("drop", "in", 0.25f));
    try (var engine = Engine.of(network);
        var plan = engine.compile(TrainingRequest.of(network, 2).withGradients(List.of("in")))) {
      Tensor out = plan.forward(Tensor.of(shape, ones), 5);
      plan.backward(Tensor.of(shape, ones));
      assertThat(plan.gradient("in")).isEqualTo(out);
      assertThat(out.toArray()).containsOnly(0, 1 / 0.75f);
      assertThat(plan.forward(Tensor.of(shape, ones), 5)).isEqualTo(out);
      assertThat(plan.forward(Tensor.of(shape, ones), 6)).isNotEqualTo(out);
    }
  }

  @Test
  void whatDoesNotLearnIsNotDifferentiated() {
    var shape = Shape.of(1, 3, 6, 6);
    var network =
        network(
            shape,
            convolution("conv1", "in", 16, 3, 3),
            new Relu("relu1", "conv1"),
            convolution("conv2", "relu1", 16, 16, 3));
    try (var engine = Engine.of(network);
        var plan = engine.compile(TrainingRequest.of(network, 1).withLearning(List.of("conv2")))) {
      assertThat(plan.learnables())
          .containsExactly(
              new LearnableId("conv2", "Weights", 2304), new LearnableId("conv2", "Bias", 16));
      assertThat(plan.primitives())
          .filteredOn(each -> each.kind().contains("gradient"))
          .extracting(PrimitiveInfo::kind)
          .containsExactly("convolution weights' gradient");
    }
  }

  @Test
  void newParametersCountFromTheNextRunOn() {
    var shape = Shape.of(1, 1, 1, 2);
    var network =
        network(
            shape,
            new Convolution2d(
                "conv",
                "in",
                Stride.ONE,
                Padding.NONE,
                Dilation.ONE,
                1,
                Parameter.of("Weights", new float[] {2}, 1, 1, 1, 1),
                Optional.empty()));
    try (var engine = Engine.of(network);
        var plan = engine.compile(TrainingRequest.of(network, 1))) {
      var input = Tensor.of(shape, 3, 4);
      assertThat(plan.forward(input, 0).toArray()).containsExactly(6, 8);
      plan.put(plan.learnables().get(0), new float[] {5});
      assertThat(plan.forward(input, 0).toArray()).containsExactly(15, 20);
    }
  }

  @Test
  void aBackwardPassNeedsAForwardOneBefore() {
    var network = network(Shape.of(1, 16, 3, 3), new Relu("relu", "in"));
    try (var engine = Engine.of(network);
        var plan = engine.compile(TrainingRequest.of(network, 1).withGradients(List.of("in")))) {
      assertThatThrownBy(() -> plan.backward(Tensor.zeros(Shape.of(1, 16, 3, 3))))
          .isInstanceOf(EngineException.class)
          .hasMessage("a backward pass needs a forward one before it; run that");
    }
  }

  @Test
  void gradientsAreReadBehindABackwardPassOnly() {
    var shape = Shape.of(1, 16, 3, 3);
    var network = network(shape, new Relu("relu", "in"));
    try (var engine = Engine.of(network);
        var plan = engine.compile(TrainingRequest.of(network, 1).withGradients(List.of("in")))) {
      plan.forward(Tensor.zeros(shape), 0);
      assertThatThrownBy(() -> plan.gradient("in"))
          .isInstanceOf(EngineException.class)
          .hasMessage(
              "there are no gradients of the last forward pass; run the backward pass first");

      plan.backward(Tensor.zeros(shape));
      assertThat(plan.gradient("in").shape()).isEqualTo(shape);
    }
  }

  @Test
  void aLayerThatHasNothingToLearnIsRefused() {
    var network = network(Shape.of(1, 16, 3, 3), new Relu("relu", "in"));
    try (var engine = Engine.of(network)) {
      var request = TrainingRequest.of(network, 1).withLearning(List.of("in"));
      assertThatThrownBy(() -> engine.compile(request))
          .isInstanceOf(EngineException.class)
          .hasMessage("in has no learnable parameters; name layers that have some");
    }
  }

  @Test
  void aLayerBehindTheDifferentiatedOneIsRefused() {
    var network = network(Shape.of(1, 16, 3, 3), new Relu("relu", "in"), new Relu("relu2", "relu"));
    var request = TrainingRequest.of(network, 1).withOf("relu").withGradients(List.of("relu2"));
    try (var engine = Engine.of(network)) {
      assertThatThrownBy(() -> engine.compile(request.withGradients(List.of("in", "relu2"))))
          .isInstanceOf(EngineException.class)
          .hasMessage(
              "relu doesn't depend on relu2; ask for the gradient with respect to a layer before it");
    }
  }

  private static Network network(Shape shape, Layer... layers) {
    var all = new ArrayList<Layer>();
    all.add(ImageInput.of("in", shape.height(), shape.width(), shape.channels()));
    all.addAll(List.of(layers));
    return Network.of("net", all);
  }

  private Convolution2d convolution(
      String name, String input, int filters, int channels, int side) {
    return Convolution2d.of(
        name,
        input,
        random.parameter("Weights", filters, channels, side, side),
        random.parameter("Bias", filters));
  }
}
