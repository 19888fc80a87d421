package io.fovea.app;

import java.util.Arrays;
import java.util.stream.Collectors;

/** Comma-separated values (RFC 4180). */
final class Csv {
  private Csv() {}

  /** One record, without its line end. */
  static String line(Object... values) {
    return Arrays.stream(values)
        .map(value -> field(String.valueOf(value)))
        .collect(Collectors.joining(","));
  }

  private static String field(String text) {
    boolean plain = text.chars().noneMatch(each -> ",\"\r\n".indexOf(each) >= 0);
    return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
  }
}
