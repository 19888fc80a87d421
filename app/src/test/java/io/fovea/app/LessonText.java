package io.fovea.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * The lesson as it lies in {@code docs/}: what a person types, what it shows, and where it leads.
 *
 * @param markdown all of it
 */
record LessonText(String markdown) {
  static final Path FOLDER = Path.of("..", "docs");
  private static final Pattern BLOCK = Pattern.compile("(?ms)^```(\\w+)\\n(.*?)^```$");
  private static final Pattern LINK = Pattern.compile("\\]\\(explore:\\?([^)]*)\\)");
  private static final Pattern PICTURE = Pattern.compile("\\]\\(lesson/([^)]*)\\)");
  private static final Pattern ABOUT = Pattern.compile("<!-- about: (.*) -->");

  /**
   * A block of code.
   *
   * @param language sh (commands), java (lines for JShell) or text (what those above answer)
   * @param text its lines
   */
  record Block(String language, String text) {}

  /**
   * What is typed at one go.
   *
   * @param input a block of commands or of lines for JShell
   * @param answer what the lesson shows of the answer, empty where it shows nothing
   */
  record Step(Block input, String answer) {
    boolean isOf(String language) {
      return input.language().equals(language);
    }
  }

  static LessonText read(String file) {
    try {
      return new LessonText(Files.readString(FOLDER.resolve(file)).replace("\r\n", "\n"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  List<Block> blocks() {
    return BLOCK
        .matcher(markdown)
        .results()
        .map(found -> new Block(found.group(1), found.group(2)))
        .toList();
  }

  /** All that is typed, in order, each with what the lesson shows of its answer. */
  List<Step> steps() {
    List<Block> blocks = blocks();
    var steps = new ArrayList<Step>();
    for (int i = 0; i < blocks.size(); i++) {
      if (!blocks.get(i).language().equals("text")) {
        boolean answered = i + 1 < blocks.size() && blocks.get(i + 1).language().equals("text");
        steps.add(new Step(blocks.get(i), answered ? blocks.get(i + 1).text() : ""));
      }
    }
    return steps;
  }

  /** The commands, each as the words behind {@code fovea}. */
  List<String> commands() {
    return blocks().stream()
        .filter(block -> block.language().equals("sh"))
        .flatMap(block -> commands(block).stream())
        .toList();
  }

  /** The commands of one block. */
  static List<String> commands(Block block) {
    return block
        .text()
        .lines()
        .filter(line -> line.matches("(\\./)?fovea .*"))
        .map(line -> line.substring(line.indexOf(' ') + 1))
        .toList();
  }

  /** The links into the page: their queries. */
  List<String> links() {
    return all(LINK);
  }

  /** The file names of the pictures. */
  List<String> pictures() {
    return all(PICTURE);
  }

  /** What the sections are about. */
  List<String> kinds() {
    return all(ABOUT);
  }

  private List<String> all(Pattern pattern) {
    return pattern.matcher(markdown).results().map((MatchResult found) -> found.group(1)).toList();
  }
}
