package io.fovea.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.fovea.network.reference.Reference;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * ONNX's own conformance tests of the operators in the tables, run by the reference arithmetic.
 * Those that are refused are listed in conformance-refused.tsv, with the sentence.
 */
class ConformanceTest {
  // As ONNX's own test runner: |actual − expected| ≤ 1e-7 + 1e-3 · |expected|.
  private static final double ABSOLUTE = 1e-7;
  private static final double RELATIVE = 1e-3;

  @TempDir Path scratch;

  static List<ConformanceCase> run() {
    return ConformanceCase.thatRun();
  }

  static List<ConformanceCase> refused() {
    return ConformanceCase.thatAreRefused();
  }

  @ParameterizedTest
  @MethodSource("run")
  void givesWhatOnnxExpects(ConformanceCase test) {
    assertThat(test.dataSets()).isPositive();
    for (int set = 0; set < test.dataSets(); set++) {
      var data = test.read(set, scratch);
      Map<String, double[]> actual = Reference.activations(data.model().network(), data.inputs());
      data.expected().forEach((layer, values) -> compare(actual.get(layer), values));
    }
  }

  @ParameterizedTest
  @MethodSource("refused")
  void saysWhatItWouldNeed(ConformanceCase test) {
    var thrown = catchThrowableOfType(OnnxException.class, () -> test.read(0, scratch));
    assertThat(thrown.getMessage().replaceFirst("^model\\d*\\.onnx: ", ""))
        .isEqualTo(test.refusal().orElseThrow());
  }

  @Test
  void listsOnlyTestsThatThereAre() {
    assertThat(ConformanceCase.all().stream().map(ConformanceCase::name))
        .containsAll(ConformanceCase.listed());
  }

  private static void compare(double[] actual, float[] expected) {
    assertThat(actual).hasSameSizeAs(expected);
    for (int i = 0; i < expected.length; i++) {
      boolean same = Float.compare((float) actual[i], expected[i]) == 0;
      double difference = Math.abs(actual[i] - expected[i]);
      assertThat(same || difference <= ABSOLUTE + RELATIVE * Math.abs(expected[i]))
          .as("value %d: expected %s, but was %s", i, expected[i], actual[i])
          .isTrue();
    }
  }
}
