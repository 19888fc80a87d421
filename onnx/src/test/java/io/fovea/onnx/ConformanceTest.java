package io.fovea.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.fovea.network.reference.Reference;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * ONNX's own conformance tests of the operators in the tables, run by the reference arithmetic.
 * Those that are refused are listed, with the sentence.
 */
class ConformanceTest {
  // As ONNX's own test runner: |actual − expected| ≤ 1e-7 + 1e-3 · |expected|.
  private static final double ABSOLUTE = 1e-7;
  private static final double RELATIVE = 1e-3;

  // They ask for the rounding to bfloat16 itself; Fovea computes bfloat16 networks in float32.
  private static final Set<String> ROUNDING =
      Set.of(
          "2026-08/node/test_cast_FLOAT_to_BFLOAT16",
          "2026-08/node/test_castlike_FLOAT_to_BFLOAT16_expanded");

  private static final Map<String, List<String>> REFUSED = Table.read("conformance-refused.tsv");

  @TempDir Path scratch;

  static List<ConformanceCase> runs() {
    return ConformanceCase.all().stream()
        .filter(each -> !REFUSED.containsKey(each.name()) && !ROUNDING.contains(each.name()))
        .toList();
  }

  static List<ConformanceCase> refused() {
    return ConformanceCase.all().stream().filter(each -> REFUSED.containsKey(each.name())).toList();
  }

  @ParameterizedTest
  @MethodSource("runs")
  void givesWhatOnnxExpects(ConformanceCase test) {
    for (int set = 0; set < test.dataSets(); set++) {
      var data = test.read(set, scratch);
      Map<String, double[]> actual = Reference.activations(data.model().network(), data.inputs());
      data.expected().forEach((layer, values) -> compare(actual.get(layer), values));
    }
  }

  @ParameterizedTest
  @MethodSource("refused")
  void saysWhatItWouldNeed(ConformanceCase test) {
    assertThatThrownBy(() -> test.read(0, scratch))
        .isInstanceOf(OnnxException.class)
        .message()
        .satisfies(
            message ->
                assertThat(message.replaceFirst("^model\\d*\\.onnx: ", ""))
                    .isEqualTo(REFUSED.get(test.name()).get(0)));
  }

  @Test
  void listsOnlyTestsThatThereAre() {
    var names = ConformanceCase.all().stream().map(ConformanceCase::name).toList();
    assertThat(names).containsAll(REFUSED.keySet()).containsAll(ROUNDING);
  }

  private static void compare(double[] actual, float[] expected) {
    assertThat(actual).hasSameSizeAs(expected);
    for (int i = 0; i < expected.length; i++) {
      assertThat(actual[i])
          .as("value %d", i)
          .isCloseTo(expected[i], within(ABSOLUTE + RELATIVE * Math.abs(expected[i])));
    }
  }
}
