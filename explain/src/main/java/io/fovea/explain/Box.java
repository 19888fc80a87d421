package io.fovea.explain;

/**
 * A box of pixels of the picture that a network is given, half-open.
 *
 * @param top the first row, at least 0
 * @param left the first column, at least 0
 * @param bottom the row behind the last, more than {@code top}
 * @param right the column behind the last, more than {@code left}
 */
public record Box(int top, int left, int bottom, int right) {
  /**
   * Checks that there is at least one pixel.
   *
   * @throws ExplainException if not
   */
  public Box {
    if (top < 0 || left < 0 || bottom <= top || right <= left) {
      throw new ExplainException(
          "the box %d,%d,%d,%d (top, left, bottom, right) holds no pixel; draw a larger one"
              .formatted(top, left, bottom, right));
    }
  }

  /** The cells of a grid that it covers; see {@link FilterFinder}. */
  Patch on(int height, int width, int rows, int columns) {
    return Patch.of(scaled(top, bottom, height, rows), scaled(left, right, width, columns));
  }

  private static Span scaled(int first, int end, int length, int cells) {
    double scale = cells / (double) length;
    int from = (int) Math.min(cells - 1, Math.round(first * scale));
    int to = (int) Math.min(cells, Math.round(end * scale));
    if (to > from) {
      return new Span(from, to - 1);
    }
    int middle = (int) Math.min(cells - 1, (first + end) / 2.0 * scale);
    return new Span(middle, middle);
  }
}
