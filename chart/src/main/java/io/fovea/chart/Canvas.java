package io.fovea.chart;

/**
 * What a chart is drawn on. Lengths are in points from the upper left corner, x to the right, y
 * down. How wide a text is comes from {@link TextWidth} and not from the machine's fonts, so that a
 * chart is laid out alike everywhere.
 */
interface Canvas {
  /** Where a text lies from its point. */
  enum Anchor {
    START,
    MIDDLE,
    END
  }

  /** Which way a text runs. */
  enum Direction {
    /** From left to right; the point is on its baseline. */
    ACROSS,
    /** From below to above; the point is on its baseline. */
    UPWARD
  }

  /** How a text looks. */
  record Type(double size, boolean bold, int rgb) {
    static Type plain(double size, int rgb) {
      return new Type(size, false, rgb);
    }

    static Type bold(double size, int rgb) {
      return new Type(size, true, rgb);
    }
  }

  /**
   * How a line looks.
   *
   * @param dash length of dashes and of the gaps between them; 0 for a whole line
   */
  record Pen(int rgb, double width, double dash) {
    static Pen solid(int rgb, double width) {
      return new Pen(rgb, width, 0);
    }

    static Pen dashed(int rgb, double width, double dash) {
      return new Pen(rgb, width, dash);
    }
  }

  /** Fills a rectangle. */
  void fill(Area area, int rgb);

  /** Draws a line through all points, with round joints. */
  void line(double[] x, double[] y, Pen pen);

  /** Fills a circle. */
  void dot(double x, double y, double radius, int rgb);

  /** Writes one line of text. */
  void text(String text, double x, double y, Type type, Anchor anchor, Direction direction);

  /** Writes a text from left to right. */
  default void text(String text, double x, double y, Type type, Anchor anchor) {
    text(text, x, y, type, anchor, Direction.ACROSS);
  }

  /** Draws one straight line. */
  default void line(double fromX, double fromY, double toX, double toY, Pen pen) {
    line(new double[] {fromX, toX}, new double[] {fromY, toY}, pen);
  }
}
