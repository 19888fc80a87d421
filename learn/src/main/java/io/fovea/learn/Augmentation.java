package io.fovea.learn;

import io.fovea.image.Picture;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * How pictures are varied at random while a network learns, so that it sees each in a new way in
 * every epoch.
 *
 * <p>Crop, flips, shear, rotation and translation are one affine map, and the picture is sampled
 * once through it; where it reaches beyond the picture's borders, the picture is mirrored. Then
 * colours change, then a part is erased. Immutable; any number of threads may use one at once.
 *
 * @param crop how much of the picture's area is taken, from anywhere in it, its proportions
 *     stretched by 3/4 to 4/3; where absent, the middle part
 * @param horizontalFlip whether left and right are swapped in half of the cases
 * @param verticalFlip whether above and below are swapped in half of the cases
 * @param rotation the most degrees of a turn in either direction, 0 to 180
 * @param translation the most pixels of a move in either direction, as the network sees them
 * @param shear the most degrees that rows and columns lean in either direction, 0 to 60
 * @param brightness by how much the samples' factor leaves 1 at most, 0 to 1
 * @param contrast by how much the factor of the distance from the mean luma leaves 1, 0 to 1
 * @param saturation by how much the factor of the distance from a pixel's luma leaves 1, 0 to 1
 * @param erasing how often a rectangle of 2 % to 33 % of the area becomes gray, 0 to 1
 */
public record Augmentation(
    Optional<Crop> crop,
    boolean horizontalFlip,
    boolean verticalFlip,
    double rotation,
    double translation,
    double shear,
    double brightness,
    double contrast,
    double saturation,
    double erasing) {

  /**
   * The share of a picture's area that a crop takes.
   *
   * @param least over 0
   * @param most from least to 1
   */
  public record Crop(double least, double most) {
    /**
     * Checks both.
     *
     * @throws DatastoreException if they aren't in order within (0, 1]
     */
    public Crop {
      if (!(least > 0 && least <= most && most <= 1)) {
        throw new DatastoreException(
            "a crop takes from over 0 to 1 of a picture's area, such as 0.5:1, but not %s:%s"
                .formatted(AugmentationText.number(least), AugmentationText.number(most)));
      }
    }
  }

  /** Pictures as they are. */
  public static final Augmentation NONE =
      new Augmentation(Optional.empty(), false, false, 0, 0, 0, 0, 0, 0, 0);

  /**
   * Checks the ranges.
   *
   * @throws DatastoreException if a value is outside its own
   */
  public Augmentation {
    check("a rotation", rotation, 180, "degrees");
    check("a translation", translation, 10_000, "pixels");
    check("a shear", shear, 60, "degrees");
    check("a change of brightness", brightness, 1, "");
    check("a change of contrast", contrast, 1, "");
    check("a change of saturation", saturation, 1, "");
    check("the share of erasing", erasing, 1, "");
  }

  private static void check(String what, double value, int most, String unit) {
    if (!(value >= 0 && value <= most)) {
      throw new DatastoreException(
          "%s can be 0 to %,d%s, but not %s"
              .formatted(
                  what, most, unit.isEmpty() ? "" : " " + unit, AugmentationText.number(value)));
    }
  }

  /** What suits photographs of things: {@code crop=0.5:1,flip,rotate=10,colour=0.2}. */
  public static Augmentation standard() {
    return NONE.withCrop(0.5, 1).withHorizontalFlip().withRotation(10).withColour(0.2);
  }

  /**
   * Reads what is written as {@code flip,crop=0.5:1,rotate=10}: {@code none}, {@code standard}, or
   * any of {@code crop=LEAST:MOST}, {@code flip}, {@code flip-vertical}, {@code rotate=DEGREES},
   * {@code translate=PIXELS}, {@code shear=DEGREES}, {@code colour=SHARE}, {@code
   * brightness=SHARE}, {@code contrast=SHARE}, {@code saturation=SHARE}, {@code erase=SHARE}.
   * {@code standard} may stand first, so that what follows changes it.
   *
   * @throws DatastoreException if it isn't so, or a value is outside its range
   */
  public static Augmentation parse(String text) {
    return AugmentationText.parse(text);
  }

  /** The same with a random crop of a share of the area. */
  public Augmentation withCrop(double least, double most) {
    return new Augmentation(
        Optional.of(new Crop(least, most)),
        horizontalFlip,
        verticalFlip,
        rotation,
        translation,
        shear,
        brightness,
        contrast,
        saturation,
        erasing);
  }

  /** The same with left and right swapped in half of the cases. */
  public Augmentation withHorizontalFlip() {
    return new Augmentation(
        crop,
        true,
        verticalFlip,
        rotation,
        translation,
        shear,
        brightness,
        contrast,
        saturation,
        erasing);
  }

  /** The same with above and below swapped in half of the cases. */
  public Augmentation withVerticalFlip() {
    return new Augmentation(
        crop,
        horizontalFlip,
        true,
        rotation,
        translation,
        shear,
        brightness,
        contrast,
        saturation,
        erasing);
  }

  /** The same with turns of up to so many degrees. */
  public Augmentation withRotation(double degrees) {
    return withGeometry(degrees, translation, shear);
  }

  /** The same with moves of up to so many pixels. */
  public Augmentation withTranslation(double pixels) {
    return withGeometry(rotation, pixels, shear);
  }

  /** The same with rows and columns that lean by up to so many degrees. */
  public Augmentation withShear(double degrees) {
    return withGeometry(rotation, translation, degrees);
  }

  private Augmentation withGeometry(double newRotation, double newTranslation, double newShear) {
    return new Augmentation(
        crop,
        horizontalFlip,
        verticalFlip,
        newRotation,
        newTranslation,
        newShear,
        brightness,
        contrast,
        saturation,
        erasing);
  }

  /** The same with brightness, contrast and saturation changed by up to this share each. */
  public Augmentation withColour(double share) {
    return withColour(share, share, share);
  }

  /** The same with brightness, contrast and saturation changed by up to these shares. */
  public Augmentation withColour(double newBrightness, double newContrast, double newSaturation) {
    return new Augmentation(
        crop,
        horizontalFlip,
        verticalFlip,
        rotation,
        translation,
        shear,
        newBrightness,
        newContrast,
        newSaturation,
        erasing);
  }

  /** The same with a part erased in this share of the cases. */
  public Augmentation withErasing(double share) {
    return new Augmentation(
        crop,
        horizontalFlip,
        verticalFlip,
        rotation,
        translation,
        shear,
        brightness,
        contrast,
        saturation,
        share);
  }

  /** Whether a picture comes out differently each time. */
  public boolean isRandom() {
    return !equals(NONE);
  }

  /**
   * One variant of a picture.
   *
   * @param height its rows, at least 1
   * @param width its columns, at least 1
   * @param random the same state gives the same variant
   */
  public Picture apply(Picture picture, int height, int width, SplittableRandom random) {
    int channels = picture.channels();
    var planes = new float[channels * height * width];
    write(picture, Region.centre(picture, height, width), height, width, random, planes, 0);
    return Planes.toPicture(planes, height, width, channels);
  }

  /**
   * Writes one variant's samples, a plane a channel.
   *
   * @param middle what is taken where nothing is cropped
   */
  void write(
      Picture picture,
      Region middle,
      int height,
      int width,
      SplittableRandom random,
      float[] target,
      int at) {
    var map = new AugmentationMap(this, random).draw(picture, middle, height, width);
    picture.sample(map, height, width, target, at);
    ColourChange.draw(this, random).apply(target, at, height * width, picture.channels());
    if (random.nextDouble() < erasing) {
      Planes.erase(random, target, at, height, width, picture.channels());
    }
  }

  /** By how much a picture may be shrunk before any variant is made, without any being blurred. */
  int reduction(Picture picture, Region middle, int height, int width) {
    double scale = Math.min(middle.height() / height, middle.width() / width);
    if (crop.isPresent()) {
      double area = (double) picture.height() * picture.width() / ((double) height * width);
      double smallest = Math.sqrt(area * crop.get().least() * AugmentationMap.NARROWEST);
      scale =
          Math.min(
              smallest,
              Math.min((double) picture.height() / height, (double) picture.width() / width));
    }
    return Math.max(1, (int) scale);
  }

  /** What {@link #parse} reads. */
  @Override
  public String toString() {
    return AugmentationText.of(this);
  }
}
