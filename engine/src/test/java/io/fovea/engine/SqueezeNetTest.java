package io.fovea.engine;

import static org.assertj.core.api.Assertions.assertThat;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import io.fovea.network.Layer;
import io.fovea.network.Network;
import io.fovea.network.reference.Reference;
import io.fovea.onnx.OnnxReader;
import io.fovea.tensor.Shape;
import io.fovea.tensor.Tensor;
import io.fovea.testing.SharedData;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The whole of SqueezeNet 1.1 with ImageNet's weights. */
class SqueezeNetTest {
  private final Path file = SharedData.require("models/squeezenet/model.onnx");
  private final Network network = OnnxReader.read(file).network();
  private final RandomLayers random = new RandomLayers(227);

  @Test
  void everyActivationAgreesWithTheFloat64Reference() {
    var input = random.tensor(Shape.of(1, 3, 227, 227));
    Comparison.check(network, input, 1e-4);
  }

  @Test
  void aLargerPictureGivesLargerActivations() {
    var input = random.tensor(Shape.of(1, 3, 260, 300));
    Map<String, double[]> expected = Reference.activations(network, Map.of("data", input));
    try (var engine = Engine.of(network);
        var plan =
            engine.compile(
                PlanRequest.of(network, 1)
                    .withInput(input.shape())
                    .withWanted("fire9-concat", "prob"))) {
      var activations = plan.run(input);
      assertThat(activations.get("fire9-concat").shape()).isEqualTo(Shape.of(1, 512, 16, 18));
      for (String layer : List.of("fire9-concat", "prob")) {
        assertThat(Comparison.difference(activations.get(layer).toTensor(), expected.get(layer)))
            .isLessThan(1e-4);
      }
    }
  }

  @Test
  void noPrimitiveIsReferenceCodeWhateverIsWanted() {
    try (var engine = Engine.of(network)) {
      for (int batch : List.of(1, 8)) {
        var request = PlanRequest.of(network, batch);
        for (var each :
            List.of(request, request.withAllLayers(network), request.withWanted("fire4-concat"))) {
          try (var plan = engine.compile(each)) {
            assertThat(plan.primitives()).noneMatch(PrimitiveInfo::isReference);
          }
        }
      }
    }
  }

  @Test
  void aClassifyingPlanRunsOnePrimitiveForEachConvolutionAndPooling() {
    try (var engine = Engine.of(network);
        var plan = engine.compile(PlanRequest.of(network, 1))) {
      long work = plan.primitives().stream().filter(each -> !each.kind().equals("reorder")).count();
      assertThat(work).isEqualTo(26 + 4 + 1); // convolutions, poolings, softmax
    }
  }

  @Test
  void everyLayerIsReadableFromOneRun() {
    var input = random.tensor(Shape.of(2, 3, 227, 227));
    try (var engine = Engine.of(network);
        var plan = engine.compile(PlanRequest.of(network, 2).withAllLayers(network))) {
      var activations = plan.run(input);
      assertThat(activations.layers()).hasSize(68);
      for (Layer layer : network.layers()) {
        var activation = activations.get(layer.name());
        assertThat(activation.toTensor().shape()).isEqualTo(activation.shape());
      }
    }
  }

  @Test
  void scoresAgreeWithOnnxRuntime() throws OrtException {
    var input = random.tensor(Shape.of(1, 3, 227, 227));
    var values = new float[1000];
    var environment = OrtEnvironment.getEnvironment();
    try (var session = environment.createSession(file.toString());
        var tensor =
            OnnxTensor.createTensor(
                environment, FloatBuffer.wrap(input.toArray()), new long[] {1, 3, 227, 227});
        var result = session.run(Map.of("data", tensor))) {
      ((OnnxTensor) result.get(0)).getFloatBuffer().get(values);
    }
    var expected = new double[1000];
    for (int i = 0; i < 1000; i++) {
      expected[i] = values[i];
    }
    try (var engine = Engine.of(network);
        var plan = engine.compile(PlanRequest.of(network, 1).withWanted("prob"))) {
      Tensor scores = plan.run(input).get("prob").toTensor();
      assertThat(Comparison.difference(scores, expected)).isLessThan(1e-4);
    }
  }
}
