package io.fovea.network;

/**
 * Rows and columns of padding round an input: given for each side, or made so that the output is
 * the input divided by the stride, rounded up ("same").
 *
 * @param mode whether the four numbers count, or follow from the input
 * @param top rows above, 0 where the mode isn't {@link Mode#EXPLICIT}
 * @param bottom rows below
 * @param left columns to the left
 * @param right columns to the right
 */
public record Padding(Mode mode, int top, int bottom, int left, int right) {
  /** Where a padding's numbers come from. */
  public enum Mode {
    /** The four numbers are given. */
    EXPLICIT,
    /** Output = ⌈input / stride⌉; an odd row or column goes to the end (ONNX SAME_UPPER). */
    SAME_UPPER,
    /** Output = ⌈input / stride⌉; an odd row or column goes to the start (ONNX SAME_LOWER). */
    SAME_LOWER
  }

  /** No padding. */
  public static final Padding NONE = new Padding(Mode.EXPLICIT, 0, 0, 0, 0);

  /** Output = ⌈input / stride⌉, an odd row or column at the end. */
  public static final Padding SAME = new Padding(Mode.SAME_UPPER, 0, 0, 0, 0);

  /** Output = ⌈input / stride⌉, an odd row or column at the start. */
  public static final Padding SAME_LOWER = new Padding(Mode.SAME_LOWER, 0, 0, 0, 0);

  /**
   * Checks the numbers.
   *
   * @throws NetworkException if one is negative, or isn't 0 where it follows from the input
   */
  public Padding {
    if (mode != Mode.EXPLICIT && (top != 0 || bottom != 0 || left != 0 || right != 0)) {
      throw new NetworkException(
          "padding [%d %d %d %d] can't be given where it follows from the input; leave it 0"
              .formatted(top, bottom, left, right));
    }
    if (top < 0 || bottom < 0 || left < 0 || right < 0) {
      throw new NetworkException(
          "padding can't be negative, but is [%d %d %d %d]".formatted(top, bottom, left, right));
    }
  }

  /** The same on every side. */
  public static Padding of(int each) {
    return of(each, each, each, each);
  }

  /** Each side by itself. */
  public static Padding of(int top, int bottom, int left, int right) {
    return new Padding(Mode.EXPLICIT, top, bottom, left, right);
  }

  /** {@code [0 1 0 1]}: top, bottom, left, right; or {@code 'same'}. */
  @Override
  public String toString() {
    return switch (mode) {
      case EXPLICIT -> "[" + top + " " + bottom + " " + left + " " + right + "]";
      case SAME_UPPER -> "'same'";
      case SAME_LOWER -> "'same', odd padding first";
    };
  }
}
