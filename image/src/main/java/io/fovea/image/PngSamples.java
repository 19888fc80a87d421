package io.fovea.image;

/** Takes a PNG's unfiltered rows apart into 8-bit samples. */
final class PngSamples {
  private final PngHeader header;
  private final byte[] palette;
  private final byte[] picture;

  PngSamples(PngHeader header, byte[] palette) {
    this.header = header;
    this.palette = palette;
    this.picture =
        new byte[Math.toIntExact((long) header.height() * header.width() * header.channels())];
  }

  /** What was spread so far, in the order row, column, channel. */
  byte[] picture() {
    return picture;
  }

  /**
   * Puts the pixels of one row where they belong.
   *
   * @param row the bytes of the row from {@code start} on
   * @param pixels how many there are
   * @param firstColumn the column of the first
   * @param step how far apart they are in the picture
   */
  void spread(byte[] row, int start, int pixels, int pictureRow, int firstColumn, int step) {
    int channels = header.channels();
    int to = (pictureRow * header.width() + firstColumn) * channels;
    if (header.depth() == 8 && header.colourType() == 2 && step == 1) {
      System.arraycopy(row, start, picture, to, 3 * pixels);
      return;
    }
    for (int pixel = 0; pixel < pixels; pixel++, to += step * channels) {
      int first = pixel * header.samplesPerPixel();
      if (header.colourType() == PngHeader.PALETTE) {
        colour(stored(row, start, first), to);
      } else {
        for (int channel = 0; channel < channels; channel++) {
          picture[to + channel] = eightBits(stored(row, start, first + channel));
        }
      }
    }
  }

  private void colour(int number, int to) {
    if (number * 3 + 2 >= palette.length) {
      throw new ImageException(
          "the PNG is damaged: a pixel has colour number %d of a palette of %d; export it again"
              .formatted(number, palette.length / 3));
    }
    System.arraycopy(palette, number * 3, picture, to, 3);
  }

  private int stored(byte[] row, int start, int index) {
    int depth = header.depth();
    if (depth == 8) {
      return row[start + index] & 0xff;
    }
    if (depth == 16) {
      int at = start + 2 * index;
      return (row[at] & 0xff) << 8 | row[at + 1] & 0xff;
    }
    int bit = index * depth;
    int shift = 8 - depth - bit % 8;
    return row[start + bit / 8] >> shift & (1 << depth) - 1;
  }

  /** The sample over the full range of 8 bits, rounded to the nearest. */
  private byte eightBits(int sample) {
    int most = (1 << header.depth()) - 1;
    return (byte) (header.depth() == 8 ? sample : (sample * 255 + most / 2) / most);
  }
}
