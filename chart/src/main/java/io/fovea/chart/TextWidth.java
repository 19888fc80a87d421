package io.fovea.chart;

/**
 * How wide a text is about, in parts of its size: rather too wide than too narrow for the usual
 * fonts without serifs. A chart is laid out with it, so that no font of the machine changes where
 * things stand.
 */
final class TextWidth {
  private static final String NARROW = "fijlrtI.,:;'|!()[]/\\ -";
  private static final String WIDE = "mwMWQO@%—";
  private static final int FIRST_SQUARE = 0x1100;

  private TextWidth() {}

  /** The width in points of a text of this size in points. */
  static double of(String text, double size) {
    return size * text.codePoints().mapToDouble(TextWidth::of).sum();
  }

  /** The text, or its beginning and "…" where all of it would be wider. */
  static String shorten(String text, double size, double width) {
    if (of(text, size) <= width) {
      return text;
    }
    int end = text.length();
    while (end > 0 && of(text.substring(0, end) + "…", size) > width) {
      end = text.offsetByCodePoints(end, -1);
    }
    return text.substring(0, end).stripTrailing() + "…";
  }

  private static double of(int character) {
    if (character >= FIRST_SQUARE && character != '…' && character != '—') {
      return 1;
    }
    if (NARROW.indexOf(character) >= 0) {
      return 0.38;
    }
    if (WIDE.indexOf(character) >= 0) {
      return 0.95;
    }
    return Character.isUpperCase(character) ? 0.72 : 0.62;
  }
}
