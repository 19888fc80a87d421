package io.fovea.app.server;

/**
 * A plane made smaller: it is cut into as many areas as there are to be values, as even as whole
 * rows and columns allow, and each becomes the mean of what lies in it.
 */
final class AreaMeans {
  private AreaMeans() {}

  /** The first of {@code length} rows or columns that belong to a part of {@code parts}. */
  static int first(int part, int parts, int length) {
    return (int) ((long) part * length / parts);
  }

  /** The one behind the last that belong to it; at least one does. */
  static int end(int part, int parts, int length) {
    return Math.max(first(part, parts, length) + 1, first(part + 1, parts, length));
  }

  /**
   * The means of one row of areas.
   *
   * @param values the plane, row by row
   * @param from where the first of the row's values lies in them
   * @param rows how many rows of the plane the areas are high
   * @param width columns of the plane
   * @param means takes them; as many as it holds
   */
  static void row(float[] values, int from, int rows, int width, float[] means) {
    for (int part = 0; part < means.length; part++) {
      int left = first(part, means.length, width);
      int right = end(part, means.length, width);
      double sum = 0;
      for (int row = 0; row < rows; row++) {
        int start = from + row * width;
        for (int at = start + left; at < start + right; at++) {
          sum += values[at];
        }
      }
      means[part] = (float) (sum / (rows * (right - left)));
    }
  }
}
