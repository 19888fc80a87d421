package io.fovea.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Values worked out by hand from each method's definition. */
class InterpolationTest {
  private static Picture row(int... samples) {
    var bytes = new byte[samples.length];
    for (int at = 0; at < bytes.length; at++) {
      bytes[at] = (byte) samples[at];
    }
    return Picture.of(1, samples.length, 1, bytes);
  }

  private static Picture column(int... samples) {
    return Picture.of(samples.length, 1, 1, row(samples).toBytes());
  }

  @Test
  void pilShrinksByHalfWithWeightsOfOneAndThreeEighths() {
    // centres 1 and 3, triangle of 2 to each side: samples 0, 1, 2 with 3/4, 3/4, 1/4 of 7/4,
    // and 1, 2, 3 with 1/4, 3/4, 3/4 of 7/4
    // (3·0 + 3·70 + 140) / 7 = 50, (70 + 3·140 + 3·210) / 7 = 160
    assertThat(Interpolation.PIL_BILINEAR.resize(row(0, 70, 140, 210), 1, 2))
        .isEqualTo(row(50, 160));
  }

  @Test
  void pilShrinksToOneSampleByATriangleOverAllOfThem() {
    // centre 2, triangle of 4: distances 1.5, 0.5, 0.5, 1.5 give 5, 7, 7, 5 of 24
    // (5·0 + 7·24 + 7·48 + 5·240) / 24 = 71
    assertThat(Interpolation.PIL_BILINEAR.resize(row(0, 24, 48, 240), 1, 1)).isEqualTo(row(71));
  }

  @Test
  void pilEnlargesBetweenNeighbours() {
    // centres 0.25, 0.75, 1.25, 1.75: the outer ones have one neighbour only
    assertThat(Interpolation.PIL_BILINEAR.resize(row(0, 100), 1, 4)).isEqualTo(row(0, 25, 75, 100));
  }

  @Test
  void pilRoundsHalvesUpAfterEachPass() {
    // 2 × 2 to 1 × 1, two equal weights along each axis: the width first gives 0.5 → 1 and 0,
    // the height then 0.5 → 1; rounding once would give 0.25 → 0
    var picture = Picture.of(2, 2, 1, new byte[] {0, 1, 0, 0});
    assertThat(Interpolation.PIL_BILINEAR.resize(picture, 1, 1).sample(0, 0, 0)).isEqualTo(1);
  }

  @Test
  void matlabShrinksByHalfWithTheKernelTwiceAsWide() {
    // 8 samples to 4: new sample i lies at u = 2i − 0.5, and the eight samples around it, 0.5, 1.5,
    // 2.5 and 3.5 away to each side, weigh 0.8671875, 0.2265625, −0.0703125 and −0.0234375 of 2.
    // A step up to 200 from the third sample on; the border mirrors 1, 2, 3 to 0, −1, −2:
    // i = 1: the third weighs 0.2265625 − 0.0234375 (mirrored), 4 and 5 −0.0703125 − 0.0234375
    // i = 2: samples up to 2 weigh 0.2265625 − 0.0703125 − 0.0234375, the others 1.8671875
    // i = 3: sample 2 weighs −0.0234375, the others 2.0234375
    assertThat(Interpolation.MATLAB_BICUBIC.resize(row(0, 0, 200, 200, 200, 200, 200, 200), 1, 4))
        .isEqualTo(row(11, 187, 202, 200)); // 10.94, 186.72, 202.34, 200
  }

  @Test
  void matlabEnlargesWithKeysKernel() {
    // u = 0.75, 1.25, 1.75, 2.25 of [0 100 100 0] mirrored; at u = 2.25 the distances to samples
    // 1 to 4 are 1.25, 0.25, 0.75, 1.75: -0.0703125, 0.8671875, 0.2265625, -0.0234375
    var enlarged = Interpolation.MATLAB_BICUBIC.resize(row(0, 100, 100, 0), 1, 8);
    assertThat(enlarged.sample(0, 3, 0)).isEqualTo(109); // 86.71875 + 22.65625
  }

  @Test
  void matlabKeepsOvershootWithinAByte() {
    var enlarged = Interpolation.MATLAB_BICUBIC.resize(row(0, 255, 255, 0), 1, 8);
    assertThat(enlarged.sample(0, 3, 0)).isEqualTo(255); // 278.9 before
  }

  @Test
  void plainBilinearDoesNotWidenWhenShrinking() {
    // centres 0.5 and 2.5 of old places 0 to 3: only the two nearest count
    assertThat(Interpolation.BILINEAR.resize(row(0, 100, 40, 80), 1, 2)).isEqualTo(row(50, 60));
  }

  @Test
  void plainBilinearRoundsOnce() {
    var picture = Picture.of(2, 2, 1, new byte[] {0, 1, 0, 0}); // 0.25
    assertThat(Interpolation.BILINEAR.resize(picture, 1, 1).sample(0, 0, 0)).isEqualTo(0);
  }

  @ParameterizedTest
  @EnumSource(Interpolation.class)
  void heightIsResizedAsWidthIs(Interpolation interpolation) {
    var wide = interpolation.resize(row(3, 200, 17, 90, 255, 0, 31), 1, 3);
    var high = interpolation.resize(column(3, 200, 17, 90, 255, 0, 31), 3, 1);
    assertThat(high.toBytes()).isEqualTo(wide.toBytes());
  }

  @ParameterizedTest
  @EnumSource(Interpolation.class)
  void aFlatPictureStaysFlat(Interpolation interpolation) {
    var flat = new byte[37 * 53 * 3];
    Arrays.fill(flat, (byte) 201);
    var resized = interpolation.resize(Picture.of(37, 53, 3, flat), 11, 90);
    assertThat(resized.toBytes()).containsOnly((byte) 201);
  }

  @ParameterizedTest
  @EnumSource(Interpolation.class)
  void theSameSizeChangesNothing(Interpolation interpolation) {
    var picture = random(9, 7);
    assertThat(interpolation.resize(picture, 9, 7)).isEqualTo(picture);
  }

  @ParameterizedTest
  @EnumSource(Interpolation.class)
  void aPartIsTheSameAsTheWholeCropped(Interpolation interpolation) {
    var picture = random(60, 83);
    var whole = interpolation.resize(picture, 32, 44);
    var part = interpolation.part(picture, new Target(32, 44, 5, 9, 20, 21));
    assertThat(part).isEqualTo(whole.crop(5, 9, 20, 21));
  }

  @ParameterizedTest
  @EnumSource(Interpolation.class)
  void channelsStayApart(Interpolation interpolation) {
    var picture = random(20, 30);
    var red = new byte[20 * 30];
    for (int at = 0; at < red.length; at++) {
      red[at] = picture.toBytes()[3 * at];
    }
    var alone = interpolation.resize(Picture.of(20, 30, 1, red), 7, 45);
    var together = interpolation.resize(picture, 7, 45);
    assertThat(together.sample(4, 31, 0)).isEqualTo(alone.sample(4, 31, 0));
  }

  @Test
  void aSizeOfNothingIsRefused() {
    assertThatThrownBy(() -> Interpolation.BILINEAR.resize(row(1), 0, 5))
        .isInstanceOf(ImageException.class)
        .hasMessage(
            "a picture can't be resized to 0 × 5 (height × width); give 1 to 178,956,970 pixels");
  }

  private static Picture random(int height, int width) {
    var samples = new byte[height * width * 3];
    new Random(7).nextBytes(samples);
    return Picture.of(height, width, 3, samples);
  }
}
