package io.fovea.learn;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Reads a CSV of two columns, a picture's path and its label. */
final class CsvListing {
  private static final Set<String> HEADERS = Set.of("path", "file", "filename", "image");

  private CsvListing() {}

  /**
   * The pictures in the order listed. A relative path starts from the CSV's own folder; a first
   * line that begins with {@code path}, {@code file}, {@code filename} or {@code image} is a
   * header.
   *
   * @throws DatastoreException if the CSV can't be read, or a line hasn't these two columns
   */
  static List<LabelledFile> of(Path csv) {
    var files = new ArrayList<LabelledFile>();
    List<String> lines = lines(csv);
    for (int number = 1; number <= lines.size(); number++) {
      String line = lines.get(number - 1).replace("\ufeff", "");
      var cells = cells(line);
      boolean header =
          number == 1 && HEADERS.contains(cells.get(0).strip().toLowerCase(Locale.ROOT));
      if (line.isBlank() || header) {
        continue;
      }
      files.add(labelled(csv, number, cells));
    }
    return files;
  }

  private static LabelledFile labelled(Path csv, int number, List<String> cells) {
    if (cells.size() != 2 || cells.stream().anyMatch(String::isBlank)) {
      throw new DatastoreException(
          csv + ": line " + number + " isn't a path and a label; write one as ants/one.jpg,ants");
    }
    try {
      return new LabelledFile(csv.resolveSibling(cells.get(0).strip()), cells.get(1).strip());
    } catch (InvalidPathException invalid) {
      throw new DatastoreException(
          csv + ": line " + number + " names a file that can't be (" + invalid.getReason() + ")",
          invalid);
    }
  }

  private static List<String> lines(Path csv) {
    try {
      return Files.readString(csv, StandardCharsets.UTF_8).lines().toList();
    } catch (NoSuchFileException missing) {
      throw new DatastoreException(csv + ": there is no such file; check its name", missing);
    } catch (IOException fault) {
      throw new DatastoreException(
          csv + ": can't be read as a CSV of UTF-8 text (" + fault.getMessage() + ")", fault);
    }
  }

  /** The cells of a line; a comma or a doubled quote may stand within quotes. */
  private static List<String> cells(String line) {
    var cells = new ArrayList<String>();
    var cell = new StringBuilder();
    boolean quoted = false;
    for (int at = 0; at < line.length(); at++) {
      char character = line.charAt(at);
      if (character == '"' && quoted && line.startsWith("\"\"", at)) {
        cell.append('"');
        at++;
      } else if (character == '"') {
        quoted = !quoted;
      } else if (character == ',' && !quoted) {
        cells.add(cell.toString());
        cell.setLength(0);
      } else {
        cell.append(character);
      }
    }
    cells.add(cell.toString());
    return cells;
  }
}
