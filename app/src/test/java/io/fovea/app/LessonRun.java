package io.fovea.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jdk.jshell.Diag;
import jdk.jshell.JShell;
import jdk.jshell.Snippet.SubKind;
import jdk.jshell.SnippetEvent;
import jdk.jshell.SourceCodeAnalysis.CompletionInfo;

/** Takes the steps of the lesson, in a folder of its own, and tells what they answer. */
final class LessonRun implements AutoCloseable {
  /** Below it lies all that the lesson's commands write. */
  private static final String FILES = "fovea-samples";

  private static final Pattern NUMBER = Pattern.compile("-?\\d+\\.\\d+|\\d{5,}");
  private static final double LAST_DIGITS = 1e-3; // processors round differently
  private static final Set<SubKind> SHOWN =
      Set.of(
          SubKind.TEMP_VAR_EXPRESSION_SUBKIND,
          SubKind.VAR_VALUE_SUBKIND,
          SubKind.ASSIGNMENT_SUBKIND,
          SubKind.OTHER_EXPRESSION_SUBKIND);
  private static final List<String> STARTUP = // the imports of JShell's DEFAULT that it needs
      List.of("java.io.*", "java.math.*", "java.nio.file.*", "java.util.*", "java.util.stream.*");

  private final Path folder;
  private final JShell shell = JShell.builder().executionEngine("local").build();

  LessonRun(Path folder) {
    this.folder = folder;
    Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
        .forEach(shell::addToClasspath);
    STARTUP.forEach(name -> shell.eval("import " + name + ";"));
    Shell.IMPORTS.lines().forEach(shell::eval);
  }

  /** Takes a step, and gives its answer. */
  String take(LessonText.Step step) {
    return step.isOf("sh") ? commands(step) : lines(step.input().text());
  }

  /** Runs commands but those that start the page, which don't end by themselves. */
  private String commands(LessonText.Step step) {
    var answer = new StringBuilder();
    for (String command : LessonText.commands(step.input())) {
      if (!command.startsWith("explore ")) {
        Object[] words =
            Arrays.stream(command.split("\\s+"))
                .map(word -> word.startsWith(FILES) ? folder.resolve(word) : word)
                .toArray();
        CommandRun run = CommandRun.alone(words);
        assertThat(run.exitCode()).as(command + "\n" + run.err()).isZero();
        answer.append(run.out());
      }
    }
    return answer.toString().replace('\\', '/').replace(here(""), "");
  }

  /** What JShell answers to lines: what they print, and the values of expressions. */
  private String lines(String lines) {
    var answer = new ByteArrayOutputStream();
    PrintStream before = System.out;
    var out = new PrintStream(answer, true, StandardCharsets.UTF_8);
    System.setOut(out);
    try {
      String typed = "";
      for (String line : lines.replace("\"" + FILES, "\"" + here(FILES)).split("\n")) {
        typed += line + "\n";
        CompletionInfo snippet = shell.sourceCodeAnalysis().analyzeCompletion(typed);
        if (snippet.completeness().isComplete()) {
          shell.eval(snippet.source()).forEach(event -> tell(event, out));
          typed = snippet.remaining();
        }
      }
      assertThat(typed).as(lines).isBlank();
    } finally {
      System.setOut(before);
    }
    return answer.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
  }

  private void tell(SnippetEvent event, PrintStream out) {
    assertThat(event.exception()).as(event.snippet().source()).isNull();
    assertThat(shell.diagnostics(event.snippet()).filter(Diag::isError))
        .as(event.snippet().source())
        .isEmpty();
    if (SHOWN.contains(event.snippet().subKind())) {
      out.println(event.value());
    }
  }

  private String here(String name) {
    return folder.toString().replace('\\', '/') + "/" + name;
  }

  @Override
  public void close() {
    shell.close();
  }

  /**
   * Compares line by line; {@code ...} stands for any lines or any words, blanks count as one, and
   * of numbers with a point, and of large ones, the last digits may differ.
   */
  static void compare(String place, String shown, String answer) {
    var pattern = new StringBuilder();
    for (String line : shown.strip().split("\n")) {
      pattern.append(line.isBlank() ? "\n?" : line.strip().equals("...") ? "(?s:.*)" : line(line));
    }
    Matcher matcher = Pattern.compile(pattern.toString()).matcher(tidy(answer));
    assertThat(matcher.matches()).as("%s%n%s%n%s", place, shown, answer).isTrue();
    Matcher numbers = NUMBER.matcher(shown);
    for (int i = 1; i <= matcher.groupCount(); i++) {
      assertThat(numbers.find()).isTrue();
      double expected = Double.parseDouble(numbers.group());
      assertThat(Double.parseDouble(matcher.group(i)))
          .as(place)
          .isCloseTo(expected, within(LAST_DIGITS * Math.max(1, Math.abs(expected))));
    }
  }

  private static String line(String line) {
    var pattern = new StringBuilder();
    String tidy = tidy(line);
    Matcher numbers = NUMBER.matcher(tidy);
    int done = 0;
    while (numbers.find()) {
      pattern.append(words(tidy.substring(done, numbers.start()))).append("(-?[\\d.E-]+)");
      done = numbers.end();
    }
    return pattern.append(words(tidy.substring(done))).toString();
  }

  private static String words(String text) {
    return Pattern.quote(text).replace("...", "\\E.*\\Q");
  }

  private static String tidy(String text) {
    return text.replaceAll("(?m)^ +", "").replaceAll(" +", " ").strip() + "\n";
  }
}
