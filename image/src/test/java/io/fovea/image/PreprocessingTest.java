package io.fovea.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fovea.tensor.Shape;
import io.fovea.tensor.Tensor;
import java.util.List;
import org.junit.jupiter.api.Test;

class PreprocessingTest {
  private static final Resize STRETCH = Resize.stretch(Interpolation.PIL_BILINEAR);
  private static final Picture ONE_PIXEL = Picture.of(1, 1, 3, new byte[] {10, 20, 30});

  private static Preprocessing plain(ChannelOrder order) {
    return new Preprocessing(order, STRETCH, 1, List.of(), List.of(), ColourProfile.IGNORE);
  }

  @Test
  void samplesAreScaledThenCentredThenDivided() {
    var preprocessing =
        new Preprocessing(
            ChannelOrder.RGB,
            STRETCH,
            0.5f,
            List.of(1f, 2f, 3f),
            List.of(2f, 4f, 8f),
            ColourProfile.IGNORE);
    assertThat(preprocessing.apply(ONE_PIXEL, 1, 1, 3))
        .isEqualTo(Tensor.of(Shape.of(1, 3, 1, 1), 2f, 2f, 1.5f)); // (5−1)/2, (10−2)/4, (15−3)/8
  }

  @Test
  void caffesNetworksGetBlueFirst() {
    var caffe =
        new Preprocessing(
            ChannelOrder.BGR,
            STRETCH,
            1,
            List.of(104f, 117f, 123f),
            List.of(),
            ColourProfile.IGNORE);
    assertThat(caffe.apply(ONE_PIXEL, 1, 1, 3).toArray()).containsExactly(-74f, -97f, -113f);
  }

  @Test
  void channelsLieOneAfterAnother() {
    var picture = Picture.of(1, 2, 3, new byte[] {1, 2, 3, 4, 5, 6});
    assertThat(plain(ChannelOrder.RGB).apply(picture, 1, 2, 3).toArray())
        .containsExactly(1, 4, 2, 5, 3, 6);
  }

  @Test
  void aGrayPictureIsRepeatedForThreeChannels() {
    var gray = Picture.of(1, 1, 1, new byte[] {9});
    assertThat(plain(ChannelOrder.BGR).apply(gray, 1, 1, 3).toArray()).containsExactly(9, 9, 9);
  }

  @Test
  void aColouredPictureBecomesGrayForOneChannel() {
    // 0.299 · 10 + 0.587 · 20 + 0.114 · 30 = 18.15
    assertThat(plain(ChannelOrder.RGB).apply(ONE_PIXEL, 1, 1, 1).toArray()).containsExactly(18);
    assertThat(plain(ChannelOrder.GRAY).apply(ONE_PIXEL, 1, 1, 3).toArray())
        .containsExactly(18, 18, 18);
  }

  @Test
  void anArrayIsFedAsItIs() {
    var preprocessing =
        new Preprocessing(
            ChannelOrder.BGR, STRETCH, 2, List.of(1f), List.of(5f), ColourProfile.IGNORE);
    var array = NumericArray.of(List.of(3, 1, 1), 0.5f, -1f, 7f);
    assertThat(preprocessing.apply(array, 3).toArray()).containsExactly(0.5f, -1f, 7f);
  }

  @Test
  void croppingTruncatesTheLongSideAndRoundsOffsetsHalfToEven() {
    // 3 × 8 with the short side at 2: 2 × 5 (5.33), and 2 of 5 columns begin at 1.5 → 2
    var picture = new byte[3 * 8];
    for (int at = 0; at < picture.length; at++) {
      picture[at] = (byte) (at % 8 * 10);
    }
    var source = Picture.of(3, 8, 1, picture);
    var resize = Resize.crop(Interpolation.BILINEAR, 2);
    assertThat(resize.apply(source, 2, 2))
        .isEqualTo(Interpolation.BILINEAR.resize(source, 2, 5).crop(0, 2, 2, 2));
  }

  @Test
  void aHalfOffsetOfHalfARowRoundsDownToTheEvenOne() {
    // 1 of 2 columns begins at 0.5 → 0
    var source = Picture.of(1, 2, 1, new byte[] {10, 20});
    assertThat(Resize.crop(Interpolation.BILINEAR, 1).apply(source, 1, 1).sample(0, 0, 0))
        .isEqualTo(10);
  }

  @Test
  void aShortSideTooShortForTheCropIsLengthened() {
    var source = Picture.of(4, 8, 1, new byte[32]);
    var cropped = Resize.crop(Interpolation.PIL_BILINEAR, 2).apply(source, 6, 6);
    assertThat(cropped).hasToString("6 × 6 × 1");
  }

  @Test
  void stretchingBringsEachSideToItsLength() {
    var source = Picture.of(4, 9, 1, new byte[36]);
    assertThat(STRETCH.apply(source, 6, 2)).hasToString("6 × 2 × 1");
  }

  @Test
  void meansThatDontFitTheChannelsAreRefused() {
    var three =
        new Preprocessing(
            ChannelOrder.RGB, STRETCH, 1, List.of(1f, 2f, 3f), List.of(), ColourProfile.IGNORE);
    assertThatThrownBy(() -> three.apply(ONE_PIXEL, 1, 1, 1))
        .isInstanceOf(ImageException.class)
        .hasMessage(
            "the preprocessing has 3 means, but the network 1 input channel; give one for each, or one for all");
  }

  @Test
  void aStandardDeviationOfZeroIsRefused() {
    assertThatThrownBy(
            () ->
                new Preprocessing(
                    ChannelOrder.RGB, STRETCH, 1, List.of(), List.of(0f), ColourProfile.IGNORE))
        .isInstanceOf(ImageException.class)
        .hasMessage(
            "the standard deviations of a preprocessing must be numbers other than 0, but are [0.0]");
  }

  @Test
  void normalizingInPlaceGivesWhatIsFed() {
    var caffe =
        new Preprocessing(
            ChannelOrder.BGR, STRETCH, 1, List.of(1f, 2f, 3f), List.of(2f), ColourProfile.IGNORE);
    var values = new float[] {-1, 10, 20, 30};
    caffe.normalize(values, 1, 1, 3);
    assertThat(values).containsExactly(-1, 14.5f, 9, 3.5f); // (30−1)/2, (20−2)/2, (10−3)/2
  }

  @Test
  void aPictureOfTheRightSizeIsWrittenIntoItsPlaceOfABatch() {
    var values = new float[6];
    plain(ChannelOrder.RGB).write(ONE_PIXEL, 3, values, 3);
    assertThat(values).containsExactly(0, 0, 0, 10, 20, 30);
  }

  @Test
  void aColouredPictureIsntWrittenForOneChannel() {
    var plain = plain(ChannelOrder.RGB);
    assertThatThrownBy(() -> plain.write(ONE_PIXEL, 1, new float[1], 0))
        .isInstanceOf(ImageException.class)
        .hasMessage(
            "a picture of 3 channels can't be fed as it is to a network of 1; make it gray first");
  }
}
