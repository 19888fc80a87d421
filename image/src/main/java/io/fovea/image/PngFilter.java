package io.fovea.image;

/**
 * Undoes what a PNG row was filtered with: each byte was stored less a guess from its neighbours.
 */
final class PngFilter {
  private PngFilter() {}

  /**
   * Undoes a filter in place.
   *
   * @param type the byte in front of the row
   * @param row the stored row behind {@code margin} zeros
   * @param above the finished row above, likewise; zeros for the first
   * @param margin bytes of a pixel
   * @throws ImageException if there is no such filter
   */
  static void undo(byte type, byte[] row, byte[] above, int margin) {
    switch (type) {
      case 0 -> {}
      case 1 -> {
        for (int at = margin; at < row.length; at++) {
          row[at] += row[at - margin];
        }
      }
      case 2 -> {
        for (int at = margin; at < row.length; at++) {
          row[at] += above[at];
        }
      }
      case 3 -> {
        for (int at = margin; at < row.length; at++) {
          row[at] += (byte) ((row[at - margin] & 0xff) + (above[at] & 0xff) >> 1);
        }
      }
      case 4 -> {
        for (int at = margin; at < row.length; at++) {
          row[at] += paeth(row[at - margin] & 0xff, above[at] & 0xff, above[at - margin] & 0xff);
        }
      }
      default ->
          throw new ImageException(
              "the PNG is damaged: a row names filter %d, but there are 0 to 4; copy the file again"
                  .formatted(type & 0xff));
    }
  }

  /** The neighbour that is nearest to left + above − above left. */
  private static byte paeth(int left, int above, int aboveLeft) {
    int guess = left + above - aboveLeft;
    int toLeft = Math.abs(guess - left);
    int toAbove = Math.abs(guess - above);
    int toAboveLeft = Math.abs(guess - aboveLeft);
    if (toLeft <= toAbove && toLeft <= toAboveLeft) {
      return (byte) left;
    }
    return (byte) (toAbove <= toAboveLeft ? above : aboveLeft);
  }
}
