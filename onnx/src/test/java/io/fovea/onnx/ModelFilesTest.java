package io.fovea.onnx;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.fovea.network.Analysis;
import io.fovea.network.Fault;
import io.fovea.testing.SharedData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every file of shared/onnx-models: opens with so many layers, or is refused in these words. */
class ModelFilesTest {
  private static final Map<String, List<String>> OPENS = Table.read("files-that-open.tsv");
  private static final Map<String, List<String>> BROKEN = Table.read("files-that-are-broken.tsv");
  private static final Map<String, List<String>> UNSUPPORTED =
      Table.read("files-with-unsupported-nodes.tsv");

  static Set<String> opens() {
    return OPENS.keySet();
  }

  static Set<String> broken() {
    return BROKEN.keySet();
  }

  static Set<String> unsupported() {
    return UNSUPPORTED.keySet();
  }

  @ParameterizedTest
  @MethodSource("opens")
  void opensWithSoManyLayers(String name) {
    var network = OnnxReader.read(file(name)).network();
    assertThat(network.layers()).hasSize(Integer.parseInt(OPENS.get(name).get(0)));
  }

  @ParameterizedTest
  @MethodSource("broken")
  void saysWhatIsWrongWithin2Seconds(String name) {
    Path file = file(name);
    Assertions.assertTimeoutPreemptively(
        Duration.ofSeconds(2),
        () ->
            assertThatThrownBy(() -> OnnxReader.read(file))
                .isInstanceOf(OnnxException.class)
                .hasMessage(BROKEN.get(name).get(0)));
  }

  @ParameterizedTest
  @MethodSource("unsupported")
  void namesEveryOperatorThatItDoesNotUnderstand(String name) {
    Path file = file(name);
    var thrown = catchThrowableOfType(OnnxException.class, () -> OnnxReader.read(file));
    assertThat(operators(thrown.unsupported())).isEqualTo(UNSUPPORTED.get(name).get(0));
    thrown.unsupported().forEach(each -> assertThat(thrown).hasMessageContaining(each.node()));
  }

  @ParameterizedTest
  @CsvSource({
    "malformed/channel-mismatch.onnx, y",
    "malformed/kernel-bigger-than-input.onnx, y",
    "wonnx/opt-mnist.onnx, "
  })
  void faultsOfTheNetworkAreTheAnalysisOnes(String name, @Nullable String layer) {
    var faults = Analysis.of(OnnxReader.read(file(name)).network()).faults();
    assertThat(faults)
        .extracting(Fault::layer)
        .isEqualTo(layer == null ? List.of() : List.of(layer));
  }

  @Test
  void noFileIsLeftOut() throws IOException {
    Path folder = SharedData.require("onnx-models");
    try (Stream<Path> files = Files.walk(folder)) {
      var names =
          files
              .filter(file -> file.toString().matches(".*\\.onnx(\\.gz)?"))
              .map(file -> folder.relativize(file).toString().replace('\\', '/'));
      assertThat(names)
          .allMatch(
              name ->
                  OPENS.containsKey(name)
                      || BROKEN.containsKey(name)
                      || UNSUPPORTED.containsKey(name));
    }
  }

  /** Operators with the number of their nodes, by name. */
  private static String operators(List<UnsupportedNode> nodes) {
    var counts = new TreeMap<String, Integer>();
    nodes.forEach(node -> counts.merge(node.operator(), 1, Integer::sum));
    return counts.entrySet().stream()
        .map(each -> each.getKey() + ":" + each.getValue())
        .collect(joining(" "));
  }

  private static Path file(String name) {
    return SharedData.require("onnx-models/" + name);
  }
}
