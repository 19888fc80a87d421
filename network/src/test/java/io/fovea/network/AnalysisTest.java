package io.fovea.network;

import static org.assertj.core.api.Assertions.assertThat;

import io.fovea.tensor.Shape;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnalysisTest {
  /** The sum of places × products over the 26 convolutions, worked out apart. */
  private static final long MACS = 387_747_520;

  private static final Analysis SQUEEZENET = Analysis.of(SqueezeNet.network());

  @Test
  void everyLayerHasARow() {
    assertThat(SQUEEZENET.rows()).hasSize(68);
    assertThat(SQUEEZENET.rows()).extracting(Row::index).startsWith(1, 2, 3).endsWith(68);
    assertThat(row("conv1").activation()).contains(Shape.of(1, 64, 113, 113));
    assertThat(row("pool10").activation()).contains(Shape.of(1, 1000, 1, 1));
    assertThat(SQUEEZENET.faults()).isEmpty();
  }

  @Test
  void learnablesAreCounted() { // conv1: 64 · 3 · 3 · 3 + 64
    assertThat(row("conv1").learnableCount()).isEqualTo(1792);
    assertThat(row("relu_conv1").learnableCount()).isZero();
    assertThat(SQUEEZENET.totals().learnables()).isEqualTo(1_235_496);
  }

  @Test
  void multiplyAccumulatesAreCounted() { // conv1: 113 · 113 · 64 places, 3 · 3 · 3 products each
    assertThat(row("conv1").macs()).isEqualTo(113L * 113 * 64 * 27);
    assertThat(row("relu_conv1").macs()).isZero();
    assertThat(SQUEEZENET.totals().macs()).isEqualTo(MACS);
  }

  /** Worked out by hand: r' = r + (kernel − 1) · jump; at most the input's 227. */
  @ParameterizedTest
  @CsvSource({
    "data, 1",
    "conv1, 3",
    "relu_conv1, 3",
    "pool1, 7",
    "fire2-squeeze1x1, 7",
    "fire2-expand1x1, 7",
    "fire2-expand3x3, 15",
    "fire2-concat, 15",
    "fire3-concat, 23",
    "pool3, 31",
    "fire4-concat, 47",
    "fire5-concat, 63",
    "pool5, 79",
    "fire6-concat, 111",
    "fire7-concat, 143",
    "fire8-concat, 175",
    "fire9-concat, 207",
    "conv10, 207",
    "pool10, 227",
    "prob, 227"
  })
  void theReceptiveFieldGrows(String layer, int side) {
    assertThat(row(layer).receptiveField()).contains(Size.of(side));
  }

  @Test
  void anotherInputSizeGivesOtherActivations() {
    Analysis large = Analysis.of(SqueezeNet.network(), Size.of(300, 454));

    assertThat(row(large, "data").activation()).contains(Shape.of(1, 3, 300, 454));
    assertThat(row(large, "conv1").activation()).contains(Shape.of(1, 64, 149, 226));
    assertThat(row(large, "pool10").receptiveField()).contains(Size.of(300, 454));
    assertThat(large.faults()).isEmpty();
  }

  @Test
  void whatIsFlattenedIsSeenWhole() {
    var network =
        Network.of(
            "flat",
            List.of(
                ImageInput.of("data", 9, 7, 1),
                Params.convolution("conv", "data", 1, 1, 3),
                new Flatten("flatten", "conv"),
                FullyConnected.of(
                    "fc", "flatten", Params.zeros("Weights", 2, 35), Params.zeros("Bias", 2))));

    assertThat(row(Analysis.of(network), "fc").receptiveField()).contains(Size.of(9, 7));
    assertThat(row(Analysis.of(network), "fc").macs()).isEqualTo(70);
  }

  @Test
  void whatAFaultHidesIsEmpty() {
    var network =
        Network.of(
            "broken",
            List.of(
                ImageInput.of("data", 4, 4, 3),
                Params.convolution("conv", "data", 8, 4, 3),
                new Relu("relu", "conv")));
    Analysis analysis = Analysis.of(network);

    assertThat(row(analysis, "data").activation()).isPresent();
    for (String name : List.of("conv", "relu")) {
      assertThat(row(analysis, name).activation()).isEmpty();
      assertThat(row(analysis, name).receptiveField()).isEqualTo(Optional.empty());
      assertThat(row(analysis, name).macs()).isZero();
    }
    assertThat(row(analysis, "conv").learnableCount()).isEqualTo(8 * 4 * 9 + 8);
    assertThat(analysis.faults()).extracting(Fault::layer).containsExactly("conv");
  }

  private static Row row(String name) {
    return row(SQUEEZENET, name);
  }

  private static Row row(Analysis analysis, String name) {
    return analysis.rows().stream()
        .filter(row -> row.layer().name().equals(name))
        .findFirst()
        .orElseThrow();
  }
}
