package io.fovea.network;

/**
 * How far a window moves from one output value to the next.
 *
 * @param vertical rows, at least 1
 * @param horizontal columns, at least 1
 */
public record Stride(int vertical, int horizontal) {
  /** A step of one row or column. */
  public static final Stride ONE = new Stride(1, 1);

  /**
   * Checks both.
   *
   * @throws NetworkException if one is less than 1
   */
  public Stride {
    if (vertical < 1 || horizontal < 1) {
      throw new NetworkException(
          "a stride must be at least 1, but is [" + vertical + " " + horizontal + "]");
    }
  }

  /** The same step both ways. */
  public static Stride of(int step) {
    return new Stride(step, step);
  }

  /** {@code vertical} rows, {@code horizontal} columns. */
  public static Stride of(int vertical, int horizontal) {
    return new Stride(vertical, horizontal);
  }

  /** {@code [2 2]}. */
  @Override
  public String toString() {
    return "[" + vertical + " " + horizontal + "]";
  }
}
