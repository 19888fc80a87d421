package io.fovea.zoo;

import com.grack.nanojson.JsonParser;
import com.grack.nanojson.JsonParserException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Where the names of a model's classes come from when its card has none. */
final class ClassNames {
  /** ImageNet's identifier of a class before its names: {@code n01440764 tench, Tinca tinca}. */
  private static final Pattern WORDNET_ID = Pattern.compile("^n\\d{8}\\s+");

  private static final List<String> METADATA_KEYS =
      List.of("classes", "class_names", "labels", "names");

  private static final long MOST_BYTES = 16L << 20;

  private ClassNames() {}

  /**
   * So many names: from the first *.txt beside the model that has as many lines, from the model's
   * metadata, or numbers from 0.
   */
  static List<String> find(Optional<Path> model, Map<String, String> metadata, int count) {
    return model
        .flatMap(file -> besideOf(file, count))
        .or(() -> inMetadata(metadata, count))
        .orElseGet(() -> IntStream.range(0, count).mapToObj(Integer::toString).toList());
  }

  private static Optional<List<String>> besideOf(Path model, int count) {
    Path folder = model.toAbsolutePath().getParent();
    if (folder == null) {
      return Optional.empty();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.getFileName().toString().endsWith(".txt"))
          .sorted()
          .map(ClassNames::lines)
          .filter(lines -> lines.size() == count)
          .findFirst();
    } catch (IOException | UncheckedIOException e) {
      throw new ZooException("%s: can't be listed: %s".formatted(folder, e.getMessage()), e);
    }
  }

  private static List<String> lines(Path file) {
    try {
      if (!Files.isRegularFile(file) || Files.size(file) > MOST_BYTES) {
        return List.of();
      }
      return Files.readAllLines(file).stream()
          .map(line -> WORDNET_ID.matcher(line).replaceFirst("").strip())
          .filter(line -> !line.isEmpty())
          .toList();
    } catch (CharacterCodingException e) {
      return List.of(); // some other text, no list of names
    } catch (IOException e) {
      throw new ZooException("%s: can't be read: %s".formatted(file, e.getMessage()), e);
    }
  }

  private static Optional<List<String>> inMetadata(Map<String, String> metadata, int count) {
    return METADATA_KEYS.stream()
        .map(metadata::get)
        .filter(Objects::nonNull)
        .map(ClassNames::parse)
        .filter(names -> names.size() == count)
        .findFirst();
  }

  /** A JSON list of texts, or a name a line. */
  private static List<String> parse(String text) {
    try {
      return JsonParser.array().from(text).stream().map(String::valueOf).toList();
    } catch (JsonParserException e) {
      return text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    }
  }
}
