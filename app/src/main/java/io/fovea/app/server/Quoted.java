package io.fovea.app.server;

import java.nio.charset.StandardCharsets;
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
    String quoted =
        text.codePoints()
            .mapToObj(
                each ->
                    switch (each) {
                      case '"' -> "\\\"";
                      case '\\' -> "\\\\";
                      case '\n' -> "\\n";
                      case '\r' -> "\\r";
                      default -> isSeen(each) ? Character.toString(each) : inJava(each);
                    })
            .collect(Collectors.joining());
    return '"' + quoted + '"';
  }

  private static String inJava(int unseen) {
    return Character.toString(unseen)
        .chars()
        .mapToObj("\\u%04x"::formatted)
        .collect(Collectors.joining());
  }

  /**
   * Whether a person sees a character where it stands. A terminal takes a control character for a
   * key, though it be quoted: Ctrl-C gives up the line. Others turn what follows them round.
   */
  private static boolean isSeen(int character) {
    return switch (Character.getType(character)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      default -> true;
    };
  }

  /**
   * As one word of a shell of POSIX; where it has characters that aren't seen, of POSIX.1-2024,
   * which knows {@code $'\003'}.
   */
  static String shell(String text) {
    if (BARE.matcher(text).matches()) {
      return text;
    }
    return text.codePoints().allMatch(Quoted::isSeen)
        ? "'" + text.replace("'", "'\\''") + "'"
        : text.codePoints().mapToObj(Quoted::inShell).collect(Collectors.joining("", "$'", "'"));
  }

  private static String inShell(int character) {
    String text = Character.toString(character);
    if (character == '\'' || character == '\\') {
      return "\\" + text;
    }
    if (isSeen(character)) {
      return text;
    }
    var bytes = new StringBuilder();
    for (byte each : text.getBytes(StandardCharsets.UTF_8)) {
      bytes.append("\\%03o".formatted(each));
    }
    return bytes.toString();
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
