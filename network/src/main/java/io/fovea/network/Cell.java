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

  /** The text with a sign in the place of each character that would move what follows it. */
  static String visible(String text) {
    return text.codePoints()
        .map(c -> movesText(c) ? '\uFFFD' : c)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  private static boolean movesText(int c) {
    boolean newDirection = c >= 0x202A && c <= 0x202E || c >= 0x2066 && c <= 0x2069;
    boolean newLine = c == 0x2028 || c == 0x2029;
    return Character.isISOControl(c) || newDirection || newLine;
  }
}
