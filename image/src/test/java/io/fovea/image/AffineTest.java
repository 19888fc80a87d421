package io.fovea.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class AffineTest {
  private static final Affine SAME = Affine.scaling(1, 1);

  private static Picture gray(int height, int width, int... samples) {
    var bytes = new byte[samples.length];
    for (int at = 0; at < bytes.length; at++) {
      bytes[at] = (byte) samples[at];
    }
    return Picture.of(height, width, 1, bytes);
  }

  private static float[] sampled(Picture picture, Affine map, int height, int width) {
    var values = new float[picture.channels() * height * width];
    picture.sample(map, height, width, values, 0);
    return values;
  }

  @Test
  void mapsAreAppliedOneAfterAnother() {
    // (1, 2) doubled is (2, 4), moved by (10, 20) it is (12, 24).
    var map = Affine.scaling(2, 2).then(Affine.translation(10, 20));
    assertThat(map).isEqualTo(new Affine(2, 0, 10, 0, 2, 20));
  }

  @Test
  void aQuarterTurnLeadsFromRightToDown() {
    var turned = Affine.rotation(90);
    assertThat(Math.rint(turned.yx())).isEqualTo(1);
    assertThat(Math.rint(turned.xy())).isEqualTo(-1);
  }

  @Test
  void theSameMapGivesTheSamples() {
    assertThat(sampled(gray(2, 2, 1, 2, 3, 4), SAME, 2, 2)).containsExactly(1, 2, 3, 4);
  }

  @Test
  void betweenPixelsValuesAreMixedBilinearly() {
    // A quarter to the right and half down: 0.5 · (0.75 · 0 + 0.25 · 40) + 0.5 · (0.75 · 80 + 0.25
    // · 200)
    var picture = gray(2, 2, 0, 40, 80, 200);
    assertThat(sampled(picture, Affine.translation(0.25, 0.5), 1, 1)).containsExactly(60);
  }

  @Test
  void beyondTheBordersThePictureIsMirrored() {
    assertThat(sampled(gray(1, 3, 1, 2, 3), Affine.translation(-3, 0), 1, 9))
        .containsExactly(3, 2, 1, 1, 2, 3, 3, 2, 1);
  }

  @Test
  void coloursComeAsOnePlaneAfterAnother() {
    var picture = Picture.of(1, 2, 3, new byte[] {1, 2, 3, 4, 5, 6});
    assertThat(sampled(picture, SAME, 1, 2)).containsExactly(1, 4, 2, 5, 3, 6);
  }

  @Test
  void coloursAreMirroredAlike() {
    var picture = Picture.of(1, 2, 3, new byte[] {1, 2, 3, 4, 5, 6});
    assertThat(sampled(picture, Affine.translation(1, 0), 1, 2)).containsExactly(4, 4, 5, 5, 6, 6);
  }

  @Test
  void shrinkingByThreeTakesMeansOfThree() {
    var picture = gray(1, 6, 0, 30, 60, 90, 90, 120);
    assertThat(sampled(picture, Affine.scaling(3, 1), 1, 2)).containsExactly(30, 100);
  }

  @Test
  void boxesAtTheFarBordersAreSmaller() {
    // Rows of 2 and columns of 2: means of (1, 2, 4, 5), (3, 6), (7, 8), (9); 7.5 is rounded up.
    assertThat(gray(3, 3, 1, 2, 3, 4, 5, 6, 7, 8, 9).reduce(2, 2))
        .isEqualTo(gray(2, 2, 3, 5, 8, 9));
  }

  @Test
  void shrinkingByNothingIsRefused() {
    var picture = gray(1, 1, 1);
    assertThatThrownBy(() -> picture.reduce(0, 1))
        .isInstanceOf(ImageException.class)
        .hasMessage("a picture can be shrunk by 1 or more, but not by 0 × 1");
  }
}
