package io.fovea.image;

/**
 * How the rows and columns of a file lie on the upright picture: EXIF's tag 274, with its numbers 1
 * to 8.
 */
enum Orientation {
  UPRIGHT(false, false, false),
  MIRRORED(false, false, true),
  TURNED_180(false, true, true),
  FLIPPED(false, true, false),
  TRANSPOSED(true, false, false),
  TURNED_RIGHT(true, true, false),
  TRANSVERSED(true, true, true),
  TURNED_LEFT(true, false, true);

  private final boolean swapped;
  private final boolean rowsReversed;
  private final boolean columnsReversed;

  /** The file's row and column for an upright pixel: swap first, then count from the other end. */
  Orientation(boolean swapped, boolean rowsReversed, boolean columnsReversed) {
    this.swapped = swapped;
    this.rowsReversed = rowsReversed;
    this.columnsReversed = columnsReversed;
  }

  /** The orientation of EXIF's number; a number it doesn't define counts as upright. */
  static Orientation ofExif(int number) {
    return number >= 1 && number <= 8 ? values()[number - 1] : UPRIGHT;
  }

  /** The picture as it is to be seen. */
  Picture upright(Picture stored) {
    if (this == UPRIGHT) {
      return stored;
    }
    int height = swapped ? stored.width() : stored.height();
    int width = swapped ? stored.height() : stored.width();
    int channels = stored.channels();
    byte[] from = stored.samples();
    var to = new byte[from.length];
    int step = channels * (swapped ? stored.width() : 1) * (stepsBack() ? -1 : 1);
    for (int row = 0, at = 0; row < height; row++) {
      int source = offset(stored, row) * channels;
      for (int column = 0; column < width; column++, source += step) {
        for (int channel = 0; channel < channels; channel++) {
          to[at++] = from[source + channel];
        }
      }
    }
    return Picture.wrap(height, width, channels, to);
  }

  private boolean stepsBack() {
    return swapped ? rowsReversed : columnsReversed;
  }

  /** The stored pixel that is the first one of an upright row. */
  private int offset(Picture stored, int uprightRow) {
    int row = swapped ? 0 : uprightRow;
    int column = swapped ? uprightRow : 0;
    int storedRow = rowsReversed ? stored.height() - 1 - row : row;
    int storedColumn = columnsReversed ? stored.width() - 1 - column : column;
    return storedRow * stored.width() + storedColumn;
  }
}
