package io.fovea.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.fovea.network.Layer;
import io.fovea.network.Network;
import io.fovea.onnx.ConformanceCase;
import io.fovea.onnx.OnnxException;
import io.fovea.onnx.OnnxReader;
import io.fovea.onnx.TensorFile;
import io.fovea.tensor.Shape;
import io.fovea.tensor.Tensor;
import io.fovea.testing.SharedData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * ONNX's own conformance tests, and real networks with another engine's outputs, on plans that keep
 * every layer and on plans that keep the outputs alone.
 */
class ConformanceTest {
  // As ONNX's own test runner: |actual − expected| ≤ 1e-7 + 1e-3 · |expected|.
  private static final double ABSOLUTE = 1e-7;
  private static final double RELATIVE = 1e-3;

  @TempDir Path scratch;

  static List<ConformanceCase> conformanceTests() {
    return ConformanceCase.thatRun();
  }

  /** Real networks beside which lies what another engine made of a seeded input. */
  static Stream<Path> realNetworks() throws IOException {
    try (var files = Files.walk(SharedData.require("onnx-models"), 2)) {
      return files
          .filter(file -> file.toString().endsWith(".onnx") && Files.isDirectory(beside(file)))
          .filter(ConformanceTest::isUnderstood)
          .sorted()
          .toList()
          .stream();
    }
  }

  @ParameterizedTest
  @MethodSource("conformanceTests")
  void givesWhatOnnxExpects(ConformanceCase test) {
    for (int set = 0; set < test.dataSets(); set++) {
      var data = test.read(set, scratch);
      check(data.model().network(), data.inputs(), data.expected());
    }
  }

  @ParameterizedTest
  @MethodSource("realNetworks")
  void givesWhatAnotherEngineGave(Path file) {
    var model = OnnxReader.read(file);
    Map<String, Tensor> inputs = new HashMap<>();
    for (var input : model.network().imageInputs()) {
      var tensor = TensorFile.read(beside(file).resolve("input_" + inputs.size() + ".pb"));
      inputs.put(input.name(), tensor.activation().orElseThrow());
    }
    Map<String, float[]> expected = new HashMap<>();
    for (String layer : model.outputs().values()) {
      var tensor = TensorFile.read(beside(file).resolve("output_" + expected.size() + ".pb"));
      expected.put(layer, tensor.values());
    }
    check(model.network(), inputs, expected);
  }

  private static Path beside(Path model) {
    String name = model.getFileName().toString();
    return model.resolveSibling(name.substring(0, name.lastIndexOf('.')) + ".ref");
  }

  /** Which ones aren't is held, by name and sentence, by the reader's own tests. */
  private static boolean isUnderstood(Path file) {
    try {
      OnnxReader.read(file);
      return true;
    } catch (OnnxException e) {
      return false;
    }
  }

  private static void check(
      Network network, Map<String, Tensor> inputs, Map<String, float[]> expected) {
    var all = network.layers().stream().map(Layer::name).toList();
    check(network, inputs, expected, all);
    check(network, inputs, expected, List.copyOf(expected.keySet()));
  }

  private static void check(
      Network network,
      Map<String, Tensor> inputs,
      Map<String, float[]> expected,
      List<String> wanted) {
    Map<String, Shape> shapes = new HashMap<>();
    inputs.forEach((name, tensor) -> shapes.put(name, tensor.shape()));
    try (var engine = Engine.of(network);
        var plan = engine.compile(new PlanRequest(shapes, wanted, 2))) {
      var activations = plan.run(inputs);
      expected.forEach((layer, values) -> compare(activations.get(layer).toTensor(), values));
    }
  }

  private static void compare(Tensor actual, float[] expected) {
    float[] values = actual.toArray();
    assertThat(values).hasSameSizeAs(expected);
    for (int i = 0; i < expected.length; i++) {
      double value = values[i];
      if (Float.isFinite(expected[i])) {
        assertThat(value)
            .as("value %d", i)
            .isCloseTo(expected[i], within(ABSOLUTE + RELATIVE * Math.abs(expected[i])));
      } else {
        assertThat(value).as("value %d", i).isEqualTo(Double.valueOf(expected[i]));
      }
    }
  }
}
