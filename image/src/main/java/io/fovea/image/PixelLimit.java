package io.fovea.image;

/**
 * How large a picture may be: what a header claims is held against this before anything is decoded.
 */
final class PixelLimit {
  /** The most pixels that are read, the same as those at which Pillow stops. */
  static final long PIXELS = 178_956_970;

  private PixelLimit() {}

  /**
   * Checks the size a header claims.
   *
   * @param format what errors call the file, as in "the PNG"
   * @throws ImageException if a side is less than 1 or the pixels are too many
   */
  static void check(String format, long height, long width) {
    if (height < 1 || width < 1) {
      throw new ImageException(
          "the %s claims a size of %,d × %,d pixels (height × width), which no picture has; export it again"
              .formatted(format, height, width));
    }
    if (height > PIXELS / width) {
      throw new ImageException(
          "the %s claims %,d × %,d pixels (height × width), more than the %,d that are read; scale the picture down first"
              .formatted(format, height, width, PIXELS));
    }
  }
}
