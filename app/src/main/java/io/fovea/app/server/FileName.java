package io.fovea.app.server;

import java.util.Locale;

/**
 * A file's name as a page tells it: any text at all, of which only what can be shown is kept.
 *
 * @param text without folders and without what can't be seen, at most 120 characters
 */
record FileName(String text) {
  private static final int MOST = 120;

  /** Of what a page says. */
  static FileName of(String told) {
    String plain = told.substring(Math.max(told.lastIndexOf('/'), told.lastIndexOf('\\')) + 1);
    String visible = plain.replaceAll("[\\p{Cc}\\p{Cf}\\p{Cs}]", "").strip();
    String end = visible.length() > MOST ? visible.substring(visible.length() - MOST) : visible;
    return new FileName(end.isEmpty() ? "file" : end);
  }

  /** With its dot; {@code .bin} where it isn't one that a file of ours may have. */
  String ending() {
    String ending = text.substring(text.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    return ending.matches("[a-z0-9]{1,5}") ? "." + ending : ".bin";
  }
}
