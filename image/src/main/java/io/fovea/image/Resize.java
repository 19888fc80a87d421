package io.fovea.image;

/**
 * How a picture comes to a network's input size.
 *
 * @param shortSide with {@link Fit#CROP}, what the short side is brought to before the middle is
 *     cut, at least 1; without meaning otherwise
 */
public record Resize(Interpolation interpolation, Fit fit, int shortSide) {
  /**
   * Checks the short side.
   *
   * @throws ImageException if it is less than 1 where it is needed
   */
  public Resize {
    if (fit == Fit.CROP && shortSide < 1) {
      throw new ImageException(
          "the short side must be brought to 1 pixel or more before cropping, but not to "
              + shortSide);
    }
  }

  /** The short side to this length, then the middle. */
  public static Resize crop(Interpolation interpolation, int shortSide) {
    return new Resize(interpolation, Fit.CROP, shortSide);
  }

  /** Height and width each to what is wanted. */
  public static Resize stretch(Interpolation interpolation) {
    return new Resize(interpolation, Fit.STRETCH, 0);
  }

  /**
   * The picture at a size.
   *
   * <p>Cropping as torchvision's {@code Resize} and {@code CenterCrop}: the long side is truncated,
   * offsets are rounded half to even. A short side too short for the part to be cut is lengthened
   * until it suffices.
   *
   * @param height rows wanted
   * @param width columns wanted
   * @throws ImageException if one is less than 1, or the picture so long and narrow that its long
   *     side would have too many pixels
   */
  public Picture apply(Picture picture, int height, int width) {
    if (height < 1 || width < 1) {
      throw new ImageException(
          "a picture can't be brought to " + height + " × " + width + "; give 1 × 1 or more");
    }
    return interpolation.part(picture, target(picture, height, width));
  }

  private Target target(Picture picture, int height, int width) {
    if (fit == Fit.STRETCH) {
      return Target.whole(height, width);
    }
    long shorter = Math.min(picture.height(), picture.width());
    long side = shortSide;
    side = Math.max(side, ceilDiv(height * shorter, picture.height()));
    side = Math.max(side, ceilDiv(width * shorter, picture.width()));
    return Target.whole(
            limited(side * picture.height() / shorter), limited(side * picture.width() / shorter))
        .centre(height, width);
  }

  private static long ceilDiv(long count, long step) {
    return -Math.floorDiv(-count, step);
  }

  private static int limited(long length) {
    return (int) Math.min(Integer.MAX_VALUE, length);
  }
}
