package io.fovea.network;

/**
 * The distance between neighbouring values that a window looks at; 1 is a window without gaps.
 *
 * @param vertical rows, at least 1
 * @param horizontal columns, at least 1
 */
public record Dilation(int vertical, int horizontal) {
  /** A window without gaps. */
  public static final Dilation ONE = new Dilation(1, 1);

  /**
   * Checks both.
   *
   * @throws NetworkException if one is less than 1
   */
  public Dilation {
    if (vertical < 1 || horizontal < 1) {
      throw new NetworkException(
          "a dilation must be at least 1, but is [" + vertical + " " + horizontal + "]");
    }
  }

  /** The same distance both ways. */
  public static Dilation of(int distance) {
    return new Dilation(distance, distance);
  }

  /** {@code vertical} rows, {@code horizontal} columns. */
  public static Dilation of(int vertical, int horizontal) {
    return new Dilation(vertical, horizontal);
  }

  /** {@code [1 1]}. */
  @Override
  public String toString() {
    return "[" + vertical + " " + horizontal + "]";
  }
}
