package io.fovea.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.fovea.image.Picture;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AugmentationTest {
  private static final Augmentation NONE = Augmentation.NONE;

  /** Variants of as many generators. */
  private static List<Picture> variants(
      Augmentation augmentation, Picture picture, int height, int width) {
    var variants = new ArrayList<Picture>();
    for (int seed = 0; seed < 200; seed++) {
      variants.add(augmentation.apply(picture, height, width, new SplittableRandom(seed)));
    }
    return variants;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "none",
        "flip",
        "crop=0.5:1,flip,rotate=10,colour=0.2",
        "crop=0.25:0.75,flip,flip-vertical,rotate=7.5,translate=8,shear=5,brightness=0.1,contrast=0.2,erase=0.25"
      })
  void whatIsReadIsWrittenAlike(String text) {
    assertThat(Augmentation.parse(text)).hasToString(text);
  }

  @Test
  void theStandardCanBeChanged() {
    assertThat(Augmentation.parse("standard, rotate=0, erase=0.5"))
        .isEqualTo(Augmentation.standard().withRotation(0).withErasing(0.5));
  }

  @Test
  void aWordThatIsNotKnownIsNamed() {
    assertThatThrownBy(() -> Augmentation.parse("flip,turn=3"))
        .isInstanceOf(DatastoreException.class)
        .hasMessageStartingWith(
            "the augmentation \"flip,turn=3\" can't be read at \"turn=3\"; use none, standard, or some of crop=0.5:1, flip,");
  }

  @Test
  void aValueOutsideItsRangeIsRefused() {
    assertThatThrownBy(() -> Augmentation.parse("rotate=200"))
        .isInstanceOf(DatastoreException.class)
        .hasMessage("a rotation can be 0 to 180 degrees, but not 200");
    assertThatThrownBy(() -> NONE.withCrop(0, 1))
        .isInstanceOf(DatastoreException.class)
        .hasMessage(
            "a crop takes from over 0 to 1 of a picture's area, such as 0.5:1, but not 0:1");
  }

  @Test
  void onlyNothingIsNotRandom() {
    assertThat(NONE.isRandom()).isFalse();
    assertThat(NONE.withHorizontalFlip().isRandom()).isTrue();
  }

  @Test
  void theSameRandomStateGivesTheSameVariant() {
    var picture = DrawnPictures.noise(40, 50, 3, 1);
    var all = Augmentation.parse("standard,translate=4,shear=5,erase=0.5");
    var first = all.apply(picture, 32, 32, new SplittableRandom(9));
    assertThat(all.apply(picture, 32, 32, new SplittableRandom(9))).isEqualTo(first);
    assertThat(all.apply(picture, 32, 32, new SplittableRandom(10))).isNotEqualTo(first);
  }

  @Test
  void withoutAnythingThePictureStaysAsItIs() {
    var picture = DrawnPictures.noise(20, 30, 3, 1);
    assertThat(NONE.apply(picture, 20, 30, new SplittableRandom(1))).isEqualTo(picture);
  }

  @Test
  void withoutACropTheMiddleIsTaken() {
    var picture = DrawnPictures.gray(2, 4, 1, 2, 3, 4, 5, 6, 7, 8);
    assertThat(NONE.apply(picture, 2, 2, new SplittableRandom(1)))
        .isEqualTo(DrawnPictures.gray(2, 2, 2, 3, 6, 7));
  }

  @Test
  void aFlipSwapsLeftAndRightInHalfOfTheCases() {
    var picture = DrawnPictures.gray(1, 3, 10, 20, 30);
    var flipped = DrawnPictures.gray(1, 3, 30, 20, 10);
    var variants = variants(NONE.withHorizontalFlip(), picture, 1, 3);
    assertThat(new HashSet<>(variants)).containsExactlyInAnyOrder(picture, flipped);
    assertThat(variants.stream().filter(flipped::equals).count()).isBetween(75L, 125L);
  }

  @Test
  void aVerticalFlipSwapsAboveAndBelow() {
    var picture = DrawnPictures.gray(3, 1, 10, 20, 30);
    assertThat(new HashSet<>(variants(NONE.withVerticalFlip(), picture, 3, 1)))
        .containsExactlyInAnyOrder(picture, DrawnPictures.gray(3, 1, 30, 20, 10));
  }

  @Test
  void aTranslationMovesByUpToSoManyPixels() {
    // A ramp of 10 a pixel: its middle sample tells how far it was moved.
    var ramp = DrawnPictures.gray(1, 9, 10, 20, 30, 40, 50, 60, 70, 80, 90);
    var middles =
        variants(NONE.withTranslation(2), ramp, 1, 9).stream()
            .mapToInt(variant -> variant.sample(0, 4, 0))
            .summaryStatistics();
    assertThat(middles.getMin()).isBetween(30, 32);
    assertThat(middles.getMax()).isBetween(68, 70);
  }

  @Test
  void aRotationTurnsAboutTheMiddle() {
    var picture = DrawnPictures.flat(21, 21, 0, 0, 0).toGray().toBytes();
    picture[10 * 21 + 10] = (byte) 200;
    var dot = Picture.of(21, 21, 1, picture);
    assertThat(variants(NONE.withRotation(180), dot, 21, 21))
        .allSatisfy(variant -> assertThat(variant.sample(10, 10, 0)).isEqualTo(200));
  }

  @Test
  void aCropTakesPartsWithinItsRange() {
    // Each column has its number as colour: the first and the last of a crop tell its width.
    var columns = new byte[100 * 100];
    for (int at = 0; at < columns.length; at++) {
      columns[at] = (byte) (2 * (at % 100));
    }
    var picture = Picture.of(100, 100, 1, columns);
    var widths =
        variants(NONE.withCrop(0.25, 0.25), picture, 50, 50).stream()
            .mapToDouble(crop -> (crop.sample(0, 49, 0) - crop.sample(0, 0, 0)) / 2.0 * 50 / 49)
            .summaryStatistics();
    assertThat(widths.getMin()).isCloseTo(50 * Math.sqrt(3 / 4.0), within(1.5));
    assertThat(widths.getMax()).isCloseTo(50 * Math.sqrt(4 / 3.0), within(1.5));
  }

  @Test
  void aCropOfAVeryLongPictureIsItsMiddle() {
    // No part of 90 % of the area is nearly square, so 4 : 3 of the middle is taken.
    var picture = DrawnPictures.noise(30, 300, 3, 1);
    assertThat(new HashSet<>(variants(NONE.withCrop(0.9, 1), picture, 30, 30))).hasSize(1);
  }

  @Test
  void shrinkingALotAveragesAllPixels() {
    // Columns of 0 and 200 in turn; plain sampling at every eighth would give one of the two.
    var stripes = new byte[64 * 64];
    for (int at = 0; at < stripes.length; at++) {
      stripes[at] = (byte) (at % 2 * 200);
    }
    assertThat(NONE.apply(Picture.of(64, 64, 1, stripes), 8, 8, new SplittableRandom(1)))
        .isEqualTo(DrawnPictures.flat(8, 8, 100, 100, 100).toGray());
  }

  @Test
  void brightnessMultiplies() {
    var variants = variants(NONE.withColour(0.5, 0, 0), DrawnPictures.gray(1, 1, 100), 1, 1);
    var samples = variants.stream().mapToInt(one -> one.sample(0, 0, 0)).summaryStatistics();
    assertThat(samples.getMin()).isBetween(50, 52);
    assertThat(samples.getMax()).isBetween(148, 150);
  }

  @Test
  void contrastKeepsTheMean() {
    var picture = DrawnPictures.gray(1, 2, 100, 140);
    assertThat(variants(NONE.withColour(0, 0.5, 0), picture, 1, 2))
        .allSatisfy(
            variant -> {
              assertThat(variant.sample(0, 0, 0) + variant.sample(0, 1, 0)).isBetween(239, 241);
              assertThat(variant.sample(0, 1, 0) - variant.sample(0, 0, 0)).isBetween(20, 60);
            });
  }

  @Test
  void noSaturationIsLuma() {
    var planes = new float[] {255, 0, 0};
    new ColourChange(1, 1, 0).apply(planes, 0, 1, 3);
    assertThat(planes)
        .containsExactly(new float[] {76.245f, 76.245f, 76.245f}, within(1e-3f)); // 0.299 · 255
  }

  @Test
  void saturationLeavesGrayAlone() {
    var gray = DrawnPictures.flat(2, 2, 77, 77, 77);
    assertThat(variants(NONE.withColour(0, 0, 1), gray, 2, 2)).containsOnly(gray);
  }

  @Test
  void erasingMakesARectangleGray() {
    var black = DrawnPictures.gray(40, 40, new int[1600]);
    var shares =
        variants(NONE.withErasing(1), black, 40, 40).stream()
            .mapToDouble(AugmentationTest::grayShare)
            .summaryStatistics();
    assertThat(shares.getMin()).isBetween(0.015, 0.05);
    assertThat(shares.getMax()).isBetween(0.25, 0.35);
  }

  private static double grayShare(Picture picture) {
    int gray = 0;
    for (byte sample : picture.toBytes()) {
      gray += sample == 0 ? 0 : 1;
    }
    return gray / 1600.0;
  }

  @Test
  void beyondTheBorderThePictureIsMirrored() {
    // Moved right by 2 at most, a row of 1, 2, 3, 4 continues to the left as 1, 2.
    var row = DrawnPictures.gray(1, 4, 10, 20, 30, 40);
    assertThat(variants(NONE.withTranslation(2), row, 1, 4))
        .allSatisfy(
            variant -> {
              for (int column = 0; column < 4; column++) {
                assertThat(variant.sample(0, column, 0)).isBetween(10, 40);
              }
            });
  }
}
