package io.fovea.explain;

/**
 * Rows and columns of a channel, from 0, both ends within.
 *
 * @param top the first row; negative where it lies in padding
 * @param left the first column; negative where it lies in padding
 * @param bottom the last row, at least {@code top}
 * @param right the last column, at least {@code left}
 */
public record Patch(int top, int left, int bottom, int right) {
  /**
   * Checks that there is at least one value.
   *
   * @throws ExplainException if not
   */
  public Patch {
    if (bottom < top || right < left) {
      throw new ExplainException(
          "rows %d to %d, columns %d to %d hold no value; give the smaller number first"
              .formatted(top, bottom, left, right));
    }
  }

  static Patch of(Span rows, Span columns) {
    return new Patch(rows.first(), columns.first(), rows.last(), columns.last());
  }

  Span rows() {
    return new Span(top, bottom);
  }

  Span columns() {
    return new Span(left, right);
  }

  /** How many rows. */
  public int height() {
    return bottom - top + 1;
  }

  /** How many columns. */
  public int width() {
    return right - left + 1;
  }
}
