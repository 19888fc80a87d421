package io.fovea.network.reference;

import static io.fovea.network.reference.Layers.count;
import static io.fovea.network.reference.Layers.run;
import static org.assertj.core.api.Assertions.assertThat;

import io.fovea.network.AveragePooling2d;
import io.fovea.network.Dilation;
import io.fovea.network.GlobalAveragePooling2d;
import io.fovea.network.MaxPooling2d;
import io.fovea.network.Padding;
import io.fovea.network.Size;
import io.fovea.network.Stride;
import io.fovea.tensor.Shape;
import io.fovea.tensor.Tensor;
import org.junit.jupiter.api.Test;

class PoolingArithmeticTest {
  /** 1 2 3 4 / 5 6 7 8 / 9 10 11 12 / 13 14 15 16. */
  private static final Tensor SIXTEEN = Tensor.of(Shape.of(1, 1, 4, 4), count(16));

  /** 1 2 3 4, one row. */
  private static final Tensor ROW = Tensor.of(Shape.of(1, 1, 1, 4), count(4));

  private static final MaxPooling2d MAX = MaxPooling2d.of("pool", "a", Size.of(2), Stride.of(2));

  private static final AveragePooling2d MEAN_OF_THREE =
      AveragePooling2d.of("pool", "a", Size.of(1, 3), Stride.of(2));

  @Test
  void theGreatestOfEachWindow() {
    assertThat(run(MAX, SIXTEEN)).containsExactly(6, 8, 14, 16);
  }

  @Test
  void inCeilModeTheLastWindowHangsOver() { // 3 × 3, stride 2: ⌈(4 − 3) / 2⌉ + 1 = 2
    var pool = MaxPooling2d.of("pool", "a", Size.of(3), Stride.of(2)).withCeilMode();

    assertThat(run(pool, SIXTEEN)).containsExactly(11, 12, 15, 16);
  }

  @Test
  void dilatedMaximum() { // as ONNX's test_maxpool_2d_dilations: 2 × 2 windows of distance 2
    var pool = MaxPooling2d.of("pool", "a", Size.of(2), Stride.ONE).withDilation(Dilation.of(2));

    assertThat(run(pool, SIXTEEN)).containsExactly(11, 12, 15, 16);
  }

  @Test
  void paddingNeverWins() {
    var negative = Tensor.of(Shape.of(1, 1, 1, 2), -3, -4);
    var pool =
        MaxPooling2d.of("pool", "a", Size.of(1, 2), Stride.ONE).withPadding(Padding.of(0, 0, 1, 1));

    assertThat(run(pool, negative)).containsExactly(-3, -3, -4);
  }

  @Test
  void theMeanOfEachWindow() {
    var pool = AveragePooling2d.of("pool", "a", Size.of(2), Stride.of(2));

    assertThat(run(pool, SIXTEEN)).containsExactly(3.5, 5.5, 11.5, 13.5);
  }

  @Test
  void paddingIsLeftOutOfTheMean() { // (1 + 2) / 2, (2 + 3 + 4) / 3
    var pool = MEAN_OF_THREE.withPadding(Padding.of(0, 0, 1, 0));

    assertThat(run(pool, ROW)).containsExactly(1.5, 3);
  }

  @Test
  void paddingCountsWhereAsked() { // (0 + 1 + 2) / 3, (2 + 3 + 4) / 3
    var pool = MEAN_OF_THREE.withPadding(Padding.of(0, 0, 1, 0)).withPaddingCounted();

    assertThat(run(pool, ROW)).containsExactly(1, 3);
  }

  @Test
  void whatHangsOverNeverCounts() { // 1 + 2 + 3 over 3; 3 + 4 over 2, padding or none
    assertThat(run(MEAN_OF_THREE.withCeilMode(), ROW)).containsExactly(2, 3.5);
    assertThat(run(MEAN_OF_THREE.withCeilMode().withPaddingCounted(), ROW)).containsExactly(2, 3.5);
  }

  @Test
  void paddingCountsButNotWhatHangsOverIt() { // _ 1 2 3 | 3 4 _ and one beyond the padding
    var pool =
        AveragePooling2d.of("pool", "a", Size.of(1, 4), Stride.of(3))
            .withPadding(Padding.of(0, 0, 1, 1))
            .withCeilMode()
            .withPaddingCounted();

    assertThat(run(pool, ROW)).containsExactly(6 / 4., 7 / 3.);
  }

  @Test
  void aDilatedMeanCountsWhatItLooksAt() { // (1 + 3) / 2, (2 + 4) / 2
    var pool =
        AveragePooling2d.of("pool", "a", Size.of(1, 2), Stride.ONE).withDilation(Dilation.of(1, 2));

    assertThat(run(pool, ROW)).containsExactly(2, 3);
  }

  @Test
  void globalAverageIsTheMeanOfEachChannel() {
    var input = Tensor.of(Shape.of(1, 2, 1, 2), 1, 2, 30, 40);

    assertThat(run(new GlobalAveragePooling2d("pool", "a"), input)).containsExactly(1.5, 35);
  }
}
