package io.fovea.network;

/** Text that fits a table: bounded, and free of what would move a terminal's cursor. */
final class Cell {
  private static final int WIDEST = 80;

  private Cell() {}

  /** The text itself, or its beginning and "…". */
  static String of(String text) {
    String visible = visible(text);
    return width(visible) <= WIDEST
        ? visible
        : visible.substring(0, visible.offsetByCodePoints(0, WIDEST - 1)) + "…";
  }

  /** How many characters a person sees, which are code points. */
  static int width(String text) {
    return text.codePointCount(0, text.length());
  }

  /** The text with a sign in the place of each control character. */
  static String visible(String text) {
    return text.codePoints()
        .map(c -> Character.isISOControl(c) ? '\uFFFD' : c)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }
}
