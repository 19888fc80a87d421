package io.fovea.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fovea.tensor.Shape;
import io.fovea.tensor.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MontageTest {
  /** Three channels of one row and two columns. */
  private static final Tensor THREE = Tensor.of(Shape.of(1, 3, 1, 2), 0, 0.2f, 0.4f, 0.6f, 0.8f, 1);

  @Test
  void tilesRunRowByRowAndUnusedOnesAreBlack() { // 0.2 · 255 = 51
    assertThat(Montage.of(THREE).render()).isEqualTo(gray(2, 4, 0, 51, 102, 153, 204, 255, 0, 0));
  }

  @ParameterizedTest
  @CsvSource({"1, 1, 1", "2, 1, 2", "3, 2, 2", "5, 2, 3", "7, 3, 3", "64, 8, 8", "1000, 32, 32"})
  void theGridIsAsNearToSquareAsItGoes(int count, int rows, int columns) {
    assertThat(Montage.Grid.of(count)).isEqualTo(new Montage.Grid(rows, columns));
  }

  @Test
  void rawValuesSaturate() {
    var raw = Tensor.of(Shape.of(1, 1, 1, 3), -3, 0.5f, 7);
    assertThat(Montage.of(raw).render()).isEqualTo(gray(1, 3, 0, 128, 255));
  }

  @Test
  void theLayersScaleIsMat2gray() {
    var raw = Tensor.of(Shape.of(1, 2, 1, 2), -1, 0, 1, 3);
    assertThat(Montage.of(raw).withScale(Scale.layer()).render())
        .isEqualTo(Montage.of(Mat2gray.of(raw)).render())
        .isEqualTo(gray(1, 4, 0, 64, 128, 255));
  }

  @Test
  void aScaleForEachChannel() {
    var raw = Tensor.of(Shape.of(1, 2, 1, 2), 0, 1, 10, 30);
    assertThat(Montage.of(raw).withScale(Scale.channel()).render())
        .isEqualTo(gray(1, 4, 0, 255, 0, 255));
  }

  @Test
  void aChannelOfEqualValuesIsOnlyClipped() {
    var flat = Tensor.of(Shape.of(1, 1, 1, 2), 0.2f, 0.2f);
    assertThat(Montage.of(flat).withScale(Scale.layer()).render()).isEqualTo(gray(1, 2, 51, 51));
  }

  @Test
  void aGridOfOnesOwn() {
    assertThat(Montage.of(THREE).withGrid(3, 1).render())
        .isEqualTo(gray(3, 2, 0, 51, 102, 153, 204, 255));
  }

  @Test
  void aGridThatIsTooSmallShowsTheFirstChannels() {
    assertThat(Montage.of(THREE).withGrid(1, 2).render()).isEqualTo(gray(1, 4, 0, 51, 102, 153));
  }

  @Test
  void theBorderSurroundsEveryTileInBlack() {
    var ones = Tensor.of(Shape.of(1, 2, 1, 2), 1, 1, 1, 1);
    assertThat(Montage.of(ones).withBorder(1).render())
        .isEqualTo(
            gray(
                3, 8, //
                0, 0, 0, 0, 0, 0, 0, 0, //
                0, 255, 255, 0, 0, 255, 255, 0, //
                0, 0, 0, 0, 0, 0, 0, 0));
  }

  @Test
  void thumbnailsTakeTheNearestValue() { // pixel middles at 1/3, 1 and 5/3 of two values: 0, 1, 1
    var pair = Tensor.of(Shape.of(1, 1, 1, 2), 0, 1);
    assertThat(Montage.of(pair).withThumbnailSize(2, 3).render())
        .isEqualTo(gray(2, 3, 0, 255, 255, 0, 255, 255));
  }

  @Test
  void aSingleValueIsDrawnLargeEnoughToSee() {
    var scores = Tensor.of(Shape.of(1, 4, 1, 1), 0, 1, 0, 1);
    var picture = Montage.of(scores).render();
    assertThat(picture.toString()).isEqualTo("16 × 16 × 1");
    assertThat(picture.sample(7, 8, 0)).isEqualTo(255);
    assertThat(Montage.of(scores).withThumbnailSize(1, 1).render())
        .isEqualTo(gray(2, 2, 0, 255, 0, 255));
  }

  @Test
  void coloursAreThoseOfTheMap() {
    var pair = Tensor.of(Shape.of(1, 1, 1, 2), 0, 1);
    assertThat(Montage.of(pair).withColorMap(ColorMap.DIVERGING).render())
        .isEqualTo(
            Picture.of(1, 2, 3, new byte[] {0x3b, 0x4c, (byte) 0xc0, (byte) 0xb4, 0x04, 0x26}));
  }

  @Test
  void notANumberIsBlackAndInfinitiesAreTheEnds() {
    var odd =
        Tensor.of(
            Shape.of(1, 1, 1, 3), Float.NaN, Float.NEGATIVE_INFINITY, Float.POSITIVE_INFINITY);
    var picture = Montage.of(odd).withColorMap(ColorMap.VIRIDIS).render();
    assertThat(rgb(picture, 0)).isZero();
    assertThat(rgb(picture, 1)).isEqualTo(ColorMap.VIRIDIS.rgb(0));
    assertThat(rgb(picture, 2)).isEqualTo(ColorMap.VIRIDIS.rgb(1));
  }

  @Test
  void whatCannotBeAMontageIsSaid() {
    assertThatThrownBy(() -> Montage.of(Tensor.zeros(Shape.of(2, 1, 1, 1))))
        .hasMessage(
            "a montage shows one item, but the activation is 2 × 1 × 1 × 1; take one with item(i)");
    assertThatThrownBy(() -> Montage.of(THREE).withBorder(-1))
        .hasMessage("the border of a montage must be at least 0, not -1");
    assertThatThrownBy(() -> Montage.of(THREE).withGrid(0, 2))
        .hasMessage("the grid of a montage must be at least 1 × 1, not 0 × 2");
    assertThatThrownBy(() -> Montage.of(THREE).withThumbnailSize(1, 0))
        .hasMessage("the thumbnails of a montage must be at least 1 × 1, not 1 × 0");
    assertThatThrownBy(() -> Montage.of(THREE).withThumbnailSize(100_000, 100_000).render())
        .hasMessage(
            "the montage would be 200,000 × 200,000 pixels (height × width), more than the"
                + " 178,956,970 that are drawn; ask for smaller thumbnails or a smaller grid");
  }

  private static int rgb(Picture picture, int column) {
    return picture.sample(0, column, 0) << 16
        | picture.sample(0, column, 1) << 8
        | picture.sample(0, column, 2);
  }

  private static Picture gray(int height, int width, int... samples) {
    var bytes = new byte[samples.length];
    for (int i = 0; i < samples.length; i++) {
      bytes[i] = (byte) samples[i];
    }
    return Picture.of(height, width, 1, bytes);
  }
}
