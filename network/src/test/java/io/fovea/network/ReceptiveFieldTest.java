package io.fovea.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReceptiveFieldTest {
  private static final ImageInput DATA = ImageInput.of("data", 40, 30, 1);

  @Test
  void rowsAndColumnsGrowApart() { // 3 rows · dilation 2 see 5; columns 3, then 3 + 2 · stride 3
    var first =
        Params.convolution("first", "data", 1, 1, 3)
            .withStride(Stride.of(1, 3))
            .withDilation(Dilation.of(2, 1));
    var second = MaxPooling2d.of("second", "first", Size.of(1, 3), Stride.ONE);

    assertThat(field(first)).isEqualTo(Size.of(5, 3));
    assertThat(field(first, second)).isEqualTo(Size.of(5, 9));
  }

  @Test
  void theWiderBranchCounts() {
    var narrow = new Relu("narrow", "data");
    var wide = Params.convolution("wide", "data", 1, 1, 5).withPadding(Padding.SAME);

    assertThat(field(narrow, wide, Addition.of("sum", "narrow", "wide"))).isEqualTo(Size.of(5));
    assertThat(field(narrow, wide, Concatenation.of("cat", "wide", "narrow")))
        .isEqualTo(Size.of(5));
  }

  @Test
  void aBranchThatAveragesAllSeesAll() { // as in squeeze-and-excitation
    var mean = new GlobalAveragePooling2d("mean", "data");

    assertThat(field(mean, Addition.of("sum", "data", "mean"))).isEqualTo(Size.of(40, 30));
  }

  @Test
  void aVeryDeepNetworkDoesNotOverflow() {
    var layers = new ArrayList<Layer>();
    for (int i = 0; i < 100; i++) {
      layers.add(
          MaxPooling2d.of("p" + i, i == 0 ? "data" : "p" + (i - 1), Size.of(2), Stride.of(2))
              .withCeilMode()
              .withPadding(Padding.of(0, 1, 0, 1)));
    }

    assertThat(field(layers.toArray(Layer[]::new))).isEqualTo(Size.of(40, 30));
  }

  private static Size field(Layer... layers) {
    var all = new ArrayList<Layer>(List.of(DATA));
    all.addAll(List.of(layers));
    List<Row> rows = Analysis.of(Network.of("net", all)).rows();
    return rows.get(rows.size() - 1).receptiveField().orElseThrow();
  }
}
