package io.fovea.app.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The page's words: the same in both languages, none missing, none left over. */
class WordsTest {
  private static final Path PAGE = Path.of("src/main/resources/io/fovea/app/page");
  private static final Pattern ENTRY =
      Pattern.compile(
          "^ {4}'?([\\w.:-]+)'?:\\s*(['\"`])(.*?)\\2,?$", Pattern.MULTILINE | Pattern.DOTALL);
  private static final Pattern VALUE = Pattern.compile("\\{(\\w+)}");

  /** A key, or two of which one is chosen. */
  private static final Pattern USED =
      Pattern.compile("\\bt\\(\\s*(?:[^'`()]*\\?\\s*)?'([\\w.:-]+)'(?:\\s*:\\s*'([\\w.:-]+)')?");

  /** A key that is put together: its beginning. */
  private static final Pattern COMPOSED = Pattern.compile("\\bt\\(\\s*`([\\w.:-]+)\\$\\{");

  /** What the server tells, or the table's columns do, isn't in the code as a text. */
  private static final Pattern TOLD = Pattern.compile("(kind|sum\\.axis|column)\\.|sample:");

  /** What a text's values are in the code. */
  private static final Pattern GIVEN =
      Pattern.compile("\\bt\\((?:[^{}();]|\\$\\{[^}]*})*\\{ ((?:[^{}]|\\$\\{[^}]*})*) }");

  /** A count that isn't written by whole(); a constant is small. */
  private static final Pattern BARE_COUNT =
      Pattern.compile(
          "(?:^|, )(?:count|n|all|found|channels|filters|layers|pictures|planes)"
              + "(?:(?=,|$)|: (?!whole\\(|[A-Z]+\\b))");

  private static final Pattern BEGINNING = Pattern.compile("`([\\w-]+\\.[\\w.:-]*)\\$\\{");

  @ParameterizedTest
  @MethodSource("parts")
  void bothLanguagesSayTheSame(Path part) {
    Map<String, String> english = words(part, "en");
    Map<String, String> korean = words(part, "ko");

    assertThat(english).isNotEmpty();
    assertThat(korean.keySet()).isEqualTo(english.keySet());
    for (Map.Entry<String, String> each : english.entrySet()) {
      assertThat(values(korean.get(each.getKey())))
          .as(each.getKey())
          .isEqualTo(values(each.getValue()));
    }
  }

  @Test
  void everyKeyIsOfOnePartOnly() {
    var all = new ArrayList<String>();
    parts().forEach(part -> all.addAll(words(part, "en").keySet()));

    assertThat(all).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @MethodSource("modules")
  void everyTextThatIsUsedIsThere(Path module) {
    String code = read(module);
    Set<String> known = new TreeSet<>();
    parts().forEach(part -> known.addAll(words(part, "en").keySet()));

    for (MatchResult each : USED.matcher(code).results().toList()) {
      assertThat(known).contains(each.group(1));
      if (each.group(2) != null) {
        assertThat(known).contains(each.group(2));
      }
    }
    for (MatchResult each : COMPOSED.matcher(code).results().toList()) {
      assertThat(known).anyMatch(key -> key.startsWith(each.group(1)));
    }
  }

  @ParameterizedTest
  @MethodSource("modules")
  void everyCountHasItsThousandsApart(Path module) {
    assertThat(GIVEN.matcher(read(module)).results().map(each -> each.group(1)))
        .noneMatch(given -> BARE_COUNT.matcher(given).find());
  }

  @Test
  void aNumberHasAUnitBeforeAnEndingThatItsSoundWouldChange() { // 227로, 256으로
    for (Path part : parts()) {
      assertThat(words(part, "ko").values())
          .noneMatch(
              text -> text.matches(".*\\{(shortSide|seen|count|n|size)}(으?로|[은는을를과와]|이가).*"));
    }
  }

  @Test
  void everyTextThatIsThereIsUsed() {
    String code = modules().stream().map(WordsTest::read).collect(Collectors.joining());
    List<String> beginnings =
        BEGINNING.matcher(code).results().map(each -> each.group(1)).distinct().toList();

    for (Path part : parts()) {
      assertThat(words(part, "en").keySet())
          .filteredOn(key -> !TOLD.matcher(key).lookingAt())
          .allMatch(key -> isUsed(key, beginnings, code));
    }
  }

  /**
   * A key stands in the code as it is, or is put together from a beginning and what stands there.
   */
  private static boolean isUsed(String key, List<String> beginnings, String code) {
    return code.contains("'" + key + "'")
        || beginnings.stream()
            .filter(key::startsWith)
            .map(beginning -> key.substring(beginning.length()).split("\\.")[0])
            .anyMatch(end -> code.contains("'" + end + "'"));
  }

  private static Map<String, String> words(Path part, String language) {
    String code = read(part);
    int from = code.indexOf("\n  " + language + ": {");
    int to = code.indexOf("\n  },", from);
    var words = new TreeMap<String, String>();
    ENTRY
        .matcher(code.substring(from, to))
        .results()
        .forEach(each -> words.put(each.group(1), each.group(3)));
    return words;
  }

  private static Set<String> values(String text) {
    return VALUE.matcher(text).results().map(each -> each.group(1)).collect(Collectors.toSet());
  }

  static List<Path> parts() {
    return scripts(PAGE.resolve("words"));
  }

  static List<Path> modules() {
    return scripts(PAGE);
  }

  private static List<Path> scripts(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(each -> each.toString().endsWith(".js")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
