package io.fovea.image;

/**
 * How large a picture may be: what a header claims is held against this before anything is decoded.
 *
 * @param pixels the most that are read
 */
record PixelLimit(long pixels) {
  /** The most pixels that are read at all, the same as those at which Pillow stops. */
  static final long PIXELS = 178_956_970;

  /**
   * Checks the size a header claims.
   *
   * @param format what errors call the file, as in "the PNG"
   * @throws ImageException if a side is less than 1 or the pixels are too many
   */
  void check(String format, long height, long width) {
    if (height < 1 || width < 1) {
      throw new ImageException(
          "the %s claims a size of %,d × %,d pixels (height × width), which no picture has; export it again"
              .formatted(format, height, width));
    }
    if (height > pixels / width) {
      throw new ImageException(
          "the %s claims %,d × %,d pixels (height × width), more than the %,d that are read; scale the picture down first"
              .formatted(format, height, width, pixels));
    }
  }
}
