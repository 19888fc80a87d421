package io.fovea.onnx;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Tables beside the tests: a line a row, fields apart by tabs, the first one the key. */
final class Table {
  private Table() {}

  /** The fields behind each key; lines that begin with # are comments. */
  static Map<String, List<String>> read(String resource) {
    try (InputStream in = Objects.requireNonNull(Table.class.getResourceAsStream(resource))) {
      Map<String, List<String>> rows = new LinkedHashMap<>();
      new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(line -> Arrays.asList(line.split("\t")))
          .forEach(fields -> rows.put(fields.get(0), fields.subList(1, fields.size())));
      return rows;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
