package io.fovea.app;

/** Texts of strangers (names in a model, paths) made safe for a terminal. */
final class Printable {
  private static final char REPLACEMENT = '\uFFFD';

  private Printable() {}

  /** On one line: whatever would steer the terminal is replaced. */
  static String line(String text) {
    return clean(text.replace("\r\n", " ").replace('\n', ' '), false);
  }

  /** The same, but line ends stay. */
  static String lines(String text) {
    return clean(text, true);
  }

  private static String clean(String text, boolean lineEnds) {
    var clean = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char each = text.charAt(i);
      boolean keep = !Character.isISOControl(each) || each == '\n' && lineEnds;
      clean.append(keep ? each : REPLACEMENT);
    }
    return clean.toString();
  }
}
