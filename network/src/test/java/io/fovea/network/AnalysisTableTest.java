package io.fovea.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class AnalysisTableTest {
  @Test
  void theTableReadsLikeTheCourses() {
    var network =
        Network.of(
            "tiny",
            List.of(
                ImageInput.of("data", 8, 8, 3),
                Params.convolution("conv", "data", 64, 3, 3).withPadding(Padding.SAME),
                new Relu("relu", "conv")));

    assertThat(Analysis.of(network).toString().lines())
        .containsExactly(
            "tiny",
            "",
            "   Name  Type         Description                                             "
                + "    Activations  Learnables",
            "1  data  Image Input  8×8×3 images                                            "
                + "    8 × 8 × 3",
            "2  conv  Convolution  64 3×3×3 convolutions with stride [1 1] and padding 'same'"
                + "  8 × 8 × 64   Weights 3×3×3×64, Bias 1×1×64",
            "3  relu  ReLU         ReLU                                                    "
                + "    8 × 8 × 64",
            "",
            "3 layers, 1,792 learnables, 110,592 multiply-accumulates");
  }

  @Test
  void faultsStandBelow() {
    var network = Network.of("tiny", List.of(ImageInput.of("data", 8, 8, 3), new Relu("a", "b")));

    assertThat(Analysis.of(network).toString().lines())
        .endsWith(
            "1  data  Image Input  8×8×3 images  8 × 8 × 3",
            "2  a     ReLU         ReLU          unknown",
            "",
            "2 layers, 0 learnables, 0 multiply-accumulates",
            "",
            "warning: data: no layer takes its activation; let one take it, or remove it",
            "error: a: it takes b, which isn't there; did you mean a or data?");
  }

  @Test
  void namesBeyondTheFirstPlaneStayAligned() { // two chars each in Java, one on screen
    var network =
        Network.of("tiny", List.of(ImageInput.of("😀😀", 8, 8, 3), new Relu("relu", "😀😀")));

    assertThat(Analysis.of(network).toString().lines())
        .contains(
            "1  😀😀    Image Input  8×8×3 images  8 × 8 × 3",
            "2  relu  ReLU         ReLU          8 × 8 × 3");
  }

  @Test
  void aLongNameIsCutSoThatTheTableStaysReadable() {
    String cut = Cell.of("x".repeat(1000));

    assertThat(cut).isEqualTo("x".repeat(79) + "…");
    assertThat(Cell.of("😀".repeat(80))).isEqualTo("😀".repeat(80));
  }

  @Test
  void aNameCannotSteerTheTerminal() {
    assertThat(Cell.of("\u001b[2Jname\n")).isEqualTo("\uFFFD[2Jname\uFFFD");
    assertThat(Cell.of("a\u202Eb\u2028c\u2066d")).isEqualTo("a\uFFFDb\uFFFDc\uFFFDd");
  }
}
