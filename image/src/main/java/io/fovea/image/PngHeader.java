package io.fovea.image;

/**
 * What a PNG's header says.
 *
 * @param depth bits of a sample: 1, 2, 4, 8 or 16
 * @param colourType 0 gray, 2 RGB, 3 palette, 4 gray with alpha, 6 RGB with alpha
 */
record PngHeader(int height, int width, int depth, int colourType, boolean interlaced) {
  static final int PALETTE = 3;

  /** Reads the header's 13 bytes. */
  static PngHeader read(FileBytes bytes, PixelLimit limit) {
    long width = bytes.u32();
    long height = bytes.u32();
    limit.check("PNG", height, width);
    int depth = bytes.u8();
    int colourType = bytes.u8();
    int compression = bytes.u8();
    int filter = bytes.u8();
    int interlace = bytes.u8();
    if (!allowed(depth, colourType) || compression != 0 || filter != 0 || interlace > 1) {
      throw new ImageException(
          "the PNG's header is none that the standard has (depth %d, colour type %d, interlace %d); export it again"
              .formatted(depth, colourType, interlace));
    }
    return new PngHeader((int) height, (int) width, depth, colourType, interlace == 1);
  }

  private static boolean allowed(int depth, int colourType) {
    return switch (colourType) {
      case 0 -> depth == 1 || depth == 2 || depth == 4 || depth == 8 || depth == 16;
      case PALETTE -> depth == 1 || depth == 2 || depth == 4 || depth == 8;
      case 2, 4, 6 -> depth == 8 || depth == 16;
      default -> false;
    };
  }

  /** Samples stored for each pixel, alpha among them. */
  int samplesPerPixel() {
    return switch (colourType) {
      case 2 -> 3;
      case 4 -> 2;
      case 6 -> 4;
      default -> 1;
    };
  }

  /** Channels of the picture: alpha is dropped, a palette's colours have three. */
  int channels() {
    return colourType == 0 || colourType == 4 ? 1 : 3;
  }

  /** Bytes of a row of this many pixels, without the filter's byte in front. */
  int rowBytes(int pixels) {
    return Math.toIntExact(((long) pixels * samplesPerPixel() * depth + 7) / 8);
  }

  /** How far left the filters look: the bytes of a pixel, at least one. */
  int filterDistance() {
    return Math.max(1, samplesPerPixel() * depth / 8);
  }
}
