package io.fovea.app.server;

import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Foreign text as part of lines that somebody runs: it stays text there. */
final class Quoted {
  private static final Pattern BARE = Pattern.compile("[A-Za-z0-9_./:%+][A-Za-z0-9_./:%+-]*");

  /** What makes spreadsheets compute a field, whether it is quoted or not. */
  private static final Pattern FORMULA = Pattern.compile("[=+\\-@\\t\\r\\n]");

  private Quoted() {}

  /** As a string of Java. */
  static String java(String text) {
    var quoted = new StringBuilder("\"");
    for (char each : text.toCharArray()) {
      switch (each) {
        case '"' -> quoted.append("\\\"");
        case '\\' -> quoted.append("\\\\");
        case '\n' -> quoted.append("\\n");
        case '\r' -> quoted.append("\\r");
        default -> {
          if (Character.isISOControl(each)) {
            quoted.append("\\u%04x".formatted((int) each));
          } else {
            quoted.append(each);
          }
        }
      }
    }
    return quoted.append('"').toString();
  }

  /** As one word of a POSIX shell. */
  static String shell(String text) {
    return BARE.matcher(text).matches() ? text : "'" + text.replace("'", "'\\''") + "'";
  }

  /** As a field of a CSV file; with an apostrophe before it where it would be a formula. */
  static String csv(String text) {
    String harmless = FORMULA.matcher(text).lookingAt() ? "'" + text : text;
    return '"' + harmless.replace("\"", "\"\"") + '"';
  }

  /** As the last words of a command of ours: none is taken for an option. */
  static String operands(String... texts) {
    String words = Arrays.stream(texts).map(Quoted::shell).collect(Collectors.joining(" "));
    boolean dashed = Arrays.stream(texts).anyMatch(text -> text.startsWith("-"));
    return dashed ? "-- " + words : words;
  }
}
