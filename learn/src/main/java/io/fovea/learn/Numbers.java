package io.fovea.learn;

import java.math.BigDecimal;

/** Numbers in the short texts that options are written as. */
final class Numbers {
  private Numbers() {}

  /** As short as it can be read back: {@code 3}, {@code 0.1}, {@code 1E-8}. */
  static String text(double value) {
    if (!Double.isFinite(value)) {
      return Double.toString(value);
    }
    return value == Math.rint(value) && Math.abs(value) < 1e9
        ? Long.toString((long) value)
        : BigDecimal.valueOf(value).stripTrailingZeros().toString();
  }

  /**
   * Reads a number.
   *
   * @param whole the text that it is part of, for the error
   * @param example what would be right
   */
  static double parse(String text, String whole, String example) {
    try {
      return Double.parseDouble(text.strip());
    } catch (NumberFormatException e) {
      throw new TrainingException(
          "%s: \"%s\" isn't a number; write it as in %s".formatted(whole, text.strip(), example));
    }
  }

  /** Reads a whole number; see {@link #parse}. */
  static int parseWhole(String text, String whole, String example) {
    try {
      return Integer.parseInt(text.strip());
    } catch (NumberFormatException e) {
      throw new TrainingException(
          "%s: \"%s\" isn't a whole number; write it as in %s"
              .formatted(whole, text.strip(), example));
    }
  }
}
