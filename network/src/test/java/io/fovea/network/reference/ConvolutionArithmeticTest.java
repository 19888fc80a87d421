package io.fovea.network.reference;

import static io.fovea.network.reference.Layers.count;
import static io.fovea.network.reference.Layers.run;
import static io.fovea.network.reference.Layers.values;
import static org.assertj.core.api.Assertions.assertThat;

import io.fovea.network.Convolution2d;
import io.fovea.network.Dilation;
import io.fovea.network.Padding;
import io.fovea.network.Parameter;
import io.fovea.network.Stride;
import io.fovea.tensor.Shape;
import io.fovea.tensor.Tensor;
import org.junit.jupiter.api.Test;

/** All sums worked out by hand. */
class ConvolutionArithmeticTest {
  /** 1 2 3 / 4 5 6 / 7 8 9. */
  private static final Tensor NINE = Tensor.of(Shape.of(1, 1, 3, 3), count(9));

  private static final Convolution2d CORNERS = // 1 0 / 0 10
      Convolution2d.of(
          "conv",
          "a",
          Parameter.of("Weights", new float[] {1, 0, 0, 10}, 1, 1, 2, 2),
          values("Bias", .5f));

  @Test
  void aFilterIsNotTurnedRound() { // 1 + 10·5 + 0.5, 2 + 10·6 + 0.5 ...
    assertThat(run(CORNERS, NINE)).containsExactly(51.5, 62.5, 84.5, 95.5);
  }

  @Test
  void strideSkips() {
    assertThat(run(CORNERS.withStride(Stride.of(1, 2)), NINE)).containsExactly(51.5, 84.5);
  }

  @Test
  void eachSideIsPaddedByItself() { // a row above, a column to the right
    assertThat(run(CORNERS.withPadding(Padding.of(1, 0, 0, 1)), NINE))
        .containsExactly(20.5, 30.5, 0.5, 51.5, 62.5, 3.5, 84.5, 95.5, 6.5);
  }

  @Test
  void samePaddingPutsTheOddRowAndColumnLast() {
    assertThat(run(CORNERS.withPadding(Padding.SAME), NINE))
        .containsExactly(51.5, 62.5, 3.5, 84.5, 95.5, 6.5, 7.5, 8.5, 9.5);
  }

  @Test
  void samePaddingLowerPutsThemFirst() {
    assertThat(run(CORNERS.withPadding(Padding.SAME_LOWER), NINE))
        .containsExactly(10.5, 20.5, 30.5, 40.5, 51.5, 62.5, 70.5, 81 + 3.5, 91 + 4.5);
  }

  @Test
  void dilationSpreadsTheWindow() { // 1 + 10·9 + 0.5
    assertThat(run(CORNERS.withDilation(Dilation.of(2)), NINE)).containsExactly(91.5);
  }

  @Test
  void channelsAddUpAndEachFilterHasItsBias() {
    var conv =
        Convolution2d.of(
            "conv",
            "a",
            Parameter.of("Weights", new float[] {1, 2, 3, 4}, 2, 2, 1, 1),
            values("Bias", 100, 200));
    var twoChannels = Tensor.of(Shape.of(1, 2, 1, 2), 1, 2, 10, 20);

    assertThat(run(conv, twoChannels))
        .containsExactly(100 + 1 + 20, 100 + 2 + 40, 200 + 3 + 40, 200 + 6 + 80);
  }

  @Test
  void aGroupSeesItsOwnChannelsOnly() { // depthwise, two filters for each of two channels
    var conv =
        Convolution2d.of(
                "conv",
                "a",
                Parameter.of("Weights", new float[] {1, 2, 3, 4}, 4, 1, 1, 1),
                values("Bias", 0, 0, 0, 0))
            .withGroups(2);

    assertThat(run(conv, Tensor.of(Shape.of(1, 2, 1, 1), 1, 10))).containsExactly(1, 2, 30, 40);
  }

  @Test
  void everyItemOfABatchIsItsOwn() {
    var batch = Tensor.of(Shape.of(2, 1, 2, 2), count(8));

    assertThat(run(CORNERS, batch)).containsExactly(1 + 40 + .5, 5 + 80 + .5);
  }
}
