package io.fovea.app.server;

/** HTML or SVG that is being written. All text and all values of attributes are escaped. */
final class Html {
  /** Longer than any text of ours; but names come from strangers' files. */
  private static final int MOST_TEXT = 2000;

  private final StringBuilder html = new StringBuilder();

  /**
   * Opens an element.
   *
   * @param attributes name, value, name, value …
   */
  Html open(String tag, String... attributes) {
    html.append('<').append(tag);
    for (int i = 0; i < attributes.length; i += 2) {
      html.append(' ').append(attributes[i]).append("=\"");
      html.append(escaped(attributes[i + 1])).append('"');
    }
    html.append('>');
    return this;
  }

  /** Closes one; what follows begins a line. */
  Html close(String tag) {
    html.append("</").append(tag).append(">\n");
    return this;
  }

  /** A text; of one that nobody would read to its end the beginning. */
  Html text(String text) {
    boolean isLong = text.codePointCount(0, text.length()) > MOST_TEXT;
    int end = isLong ? text.offsetByCodePoints(0, MOST_TEXT) : text.length();
    html.append(escaped(text.substring(0, end))).append(isLong ? "…" : "");
    return this;
  }

  /** An element that holds a text. */
  Html element(String tag, String text, String... attributes) {
    return open(tag, attributes).text(text).close(tag);
  }

  /** What is written already. */
  Html add(String written) {
    html.append(written);
    return this;
  }

  /** The style sheet, which is ours and holds no foreign text. */
  Html style(String css) {
    html.append("<style>").append(css).append("</style>\n");
    return this;
  }

  private static String escaped(String text) {
    var escaped = new StringBuilder(text.length());
    for (char each : text.toCharArray()) {
      switch (each) {
        case '&' -> escaped.append("&amp;");
        case '<' -> escaped.append("&lt;");
        case '>' -> escaped.append("&gt;");
        case '"' -> escaped.append("&quot;");
        case '\'' -> escaped.append("&#39;");
        default -> escaped.append(isForbidden(each) ? '\ufffd' : each);
      }
    }
    return escaped.toString();
  }

  /** Characters that stand in no document. */
  private static boolean isForbidden(char each) {
    return Character.isISOControl(each) && each != '\n' && each != '\t';
  }

  /** The whole text. */
  @Override
  public String toString() {
    return html.toString();
  }
}
