package io.fovea.network;

/**
 * The size of a window or a picture in values.
 *
 * @param height rows, at least 1
 * @param width columns, at least 1
 */
public record Size(int height, int width) {
  /**
   * Checks both.
   *
   * @throws NetworkException if one is less than 1
   */
  public Size {
    if (height < 1 || width < 1) {
      throw new NetworkException("a size must be at least 1 × 1, but is " + height + " × " + width);
    }
  }

  /** A square. */
  public static Size of(int side) {
    return new Size(side, side);
  }

  /** {@code height × width}. */
  public static Size of(int height, int width) {
    return new Size(height, width);
  }

  /** {@code 3×3}. */
  @Override
  public String toString() {
    return height + "×" + width;
  }
}
