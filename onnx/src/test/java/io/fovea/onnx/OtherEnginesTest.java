package io.fovea.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import io.fovea.network.reference.Reference;
import io.fovea.tensor.Tensor;
import io.fovea.testing.SharedData;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whole networks from many exporters: another engine's outputs lie beside them. */
class OtherEnginesTest {
  private static final double TOLERANCE = 1e-4; // ‖out − expected‖ / ‖expected‖

  static List<String> models() {
    return Table.read("files-that-open.tsv").keySet().stream()
        .filter(name -> SharedData.find("onnx-models/" + reference(name)).isPresent())
        .toList();
  }

  @ParameterizedTest(allowZeroInvocations = true)
  @MethodSource("models")
  void giveWhatAnotherEngineGave(String name) {
    var model = OnnxReader.read(SharedData.require("onnx-models/" + name));
    Path folder = SharedData.require("onnx-models/" + reference(name));
    Map<String, Tensor> inputs = new HashMap<>();
    int number = 0;
    for (var input : model.network().imageInputs()) {
      Path file = folder.resolve("input_" + number++ + ".pb");
      inputs.put(input.name(), TensorFile.read(file).activation().orElseThrow());
    }
    var actual = Reference.activations(model.network(), inputs);
    number = 0;
    for (String layer : model.outputs().values()) {
      Path file = folder.resolve("output_" + number++ + ".pb");
      assertThat(difference(actual.get(layer), TensorFile.read(file).values()))
          .isLessThan(TOLERANCE);
    }
  }

  private static double difference(double[] actual, float[] expected) {
    assertThat(actual).hasSameSizeAs(expected);
    double difference = 0;
    double size = 0;
    for (int i = 0; i < expected.length; i++) {
      difference += Math.pow(actual[i] - expected[i], 2);
      size += Math.pow(expected[i], 2);
    }
    return Math.sqrt(difference / size);
  }

  private static String reference(String model) {
    return model.substring(0, model.length() - ".onnx".length()) + ".ref";
  }
}
