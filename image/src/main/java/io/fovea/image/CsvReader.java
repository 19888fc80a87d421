package io.fovea.image;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads a table of numbers as text, a row a line; rows × columns.
 *
 * <p>Numbers stand apart by tab, {@code ;}, {@code ,} or spaces: the first of these that the first
 * row of numbers holds. Beside {@code ;} and tab a comma is a decimal comma. Empty lines and lines
 * that begin with {@code #} are passed over, and so is the first row where none of its cells is a
 * number (a heading). Cells may be quoted; {@code nan} and {@code inf} are numbers.
 */
final class CsvReader {
  private static final long MOST_BYTES = 1L << 30;
  private static final Pattern NUMBER =
      Pattern.compile("[+-]?(\\d+(\\.\\d*)?|\\.\\d+)([eE][+-]?\\d+)?");
  private static final Pattern INFINITY = Pattern.compile("(?i)[+-]?inf(inity)?");
  private static final Pattern NOT_A_NUMBER = Pattern.compile("(?i)[+-]?nan");

  private final ArrayLimit limit;
  private final char separator;
  private final int columns;
  private float[] values = new float[256];
  private int count;

  private CsvReader(String firstRow, ArrayLimit limit) {
    this.limit = limit;
    this.separator = separator(firstRow);
    this.columns = cells(firstRow).length;
  }

  static NumericArray read(Path file, Optional<String> name, ArrayLimit limit) throws IOException {
    if (name.isPresent()) {
      throw new ImageException("a .csv file holds one table without a name, not " + name.get());
    }
    if (Files.size(file) > MOST_BYTES) {
      throw new ImageException(
          "the text has %,d bytes, more than the %,d that are read; save the array as .npy"
              .formatted(Files.size(file), MOST_BYTES));
    }
    try (var in = Files.newInputStream(file);
        var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      return read(lines, limit);
    }
  }

  private static NumericArray read(BufferedReader lines, ArrayLimit limit) throws IOException {
    @Nullable CsvReader table = null;
    boolean maybeHeading = true;
    int number = 0;
    for (var line = lines.readLine(); line != null; line = lines.readLine()) {
      number++;
      var row = (number == 1 ? withoutMark(line) : line);
      if (row.isBlank() || row.startsWith("#")) {
        continue;
      }
      if (table == null) {
        table = new CsvReader(row, limit);
        if (maybeHeading && table.isHeading(row)) {
          table = null;
          maybeHeading = false;
          continue;
        }
      }
      table.add(row, number);
    }
    if (table == null) {
      throw new ImageException("there is no row of numbers in this file; save a table of numbers");
    }
    return NumericArray.wrap(
        List.of(table.count / table.columns, table.columns),
        Arrays.copyOf(table.values, table.count));
  }

  private static String withoutMark(String line) {
    if (line.startsWith("\uFFFD\uFFFD")) {
      throw new ImageException("the text is UTF-16; save it as UTF-8");
    }
    return line.startsWith("\uFEFF") ? line.substring(1) : line;
  }

  private static char separator(String row) {
    for (char candidate : new char[] {'\t', ';', ','}) {
      if (row.indexOf(candidate) >= 0) {
        return candidate;
      }
    }
    return ' ';
  }

  private String[] cells(String row) {
    return separator == ' '
        ? row.strip().split("\\s+")
        : row.split(Pattern.quote(String.valueOf(separator)), -1);
  }

  private boolean isHeading(String row) {
    return Arrays.stream(cells(row)).map(this::plain).noneMatch(CsvReader::isNumber);
  }

  private void add(String row, int line) {
    var cells = cells(row);
    if (cells.length != columns) {
      throw new ImageException(
          "line %d has %d numbers, but the rows before it have %d; make all rows equally long"
              .formatted(line, cells.length, columns));
    }
    makeRoom(line);
    for (int column = 0; column < columns; column++) {
      values[count++] = number(plain(cells[column]), line, column + 1);
    }
  }

  private void makeRoom(int line) {
    if (count + (long) columns > limit.numbers()) {
      throw new ImageException(
          "with line %d the table holds %,d numbers, more than the %,d that are read; cut a part out of it first"
              .formatted(line, count + (long) columns, limit.numbers()));
    }
    if (values.length - count < columns) {
      long twice = 2L * values.length + columns;
      values = Arrays.copyOf(values, (int) Math.min(twice, limit.numbers()));
    }
  }

  /** A cell without what surrounds its number, with a decimal point. */
  private String plain(String cell) {
    var text = cell.strip();
    if (text.length() >= 2 && text.startsWith("\"") && text.endsWith("\"")) {
      text = text.substring(1, text.length() - 1).strip();
    }
    return separator == ';' || separator == '\t' ? text.replace(',', '.') : text;
  }

  private static boolean isNumber(String text) {
    return NUMBER.matcher(text).matches()
        || INFINITY.matcher(text).matches()
        || NOT_A_NUMBER.matcher(text).matches();
  }

  private static float number(String text, int line, int column) {
    if (NUMBER.matcher(text).matches()) {
      return Float.parseFloat(text);
    }
    if (INFINITY.matcher(text).matches()) {
      return text.startsWith("-") ? Float.NEGATIVE_INFINITY : Float.POSITIVE_INFINITY;
    }
    if (NOT_A_NUMBER.matcher(text).matches()) {
      return Float.NaN;
    }
    var found =
        text.isEmpty() ? "empty" : "\"" + text.substring(0, Math.min(20, text.length())) + "\"";
    throw new ImageException(
        "line %d, column %d is %s, not a number; mend the cell, or take the line out"
            .formatted(line, column, found));
  }
}
