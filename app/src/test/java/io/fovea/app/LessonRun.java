package io.fovea.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Types what the lesson says, as if in a folder of its own, and reads the answers. */
final class LessonRun {
  /** Below it lies all that the lesson writes. */
  private static final String FILES = "fovea-samples";

  private static final String COMMANDS = "fovea.lesson.commands";
  private static final String MARK = "--- the next step ---";
  private static final Pattern NUMBER = Pattern.compile("-?\\d+\\.\\d+|\\d{5,}");
  private static final double LAST_DIGITS = 1e-3; // processors round differently

  private final Path folder;

  LessonRun(Path folder) {
    this.folder = folder;
  }

  /**
   * Takes these steps in their order, all lines for JShell in one session, and gives the answer to
   * each, without prompts. What goes wrong stands in the answer, behind {@code |}.
   */
  List<String> take(List<LessonText.Step> steps) {
    Iterator<LessonText.Step> commands = steps.stream().filter(step -> step.isOf("sh")).iterator();
    System.getProperties().put(COMMANDS, (Runnable) () -> runCommands(commands.next()));
    try {
      String script =
          steps.stream()
              .map(step -> step.isOf("sh") ? callOfCommands() : step.input().text())
              .map(lines -> lines + "System.out.println(\"" + MARK + "\")\n")
              .collect(Collectors.joining());
      List<String> answers = List.of(shell(script).split(MARK + "\n", -1));
      assertThat(answers).hasSize(steps.size() + 1);
      return answers.subList(0, steps.size());
    } finally {
      System.getProperties().remove(COMMANDS);
    }
  }

  /** A line of JShell, which runs in this process, that runs the commands when it is their turn. */
  private static String callOfCommands() {
    return "((Runnable) System.getProperties().get(\"" + COMMANDS + "\")).run();\n";
  }

  private void runCommands(LessonText.Step step) {
    for (String command : LessonText.commands(step.input())) {
      if (!command.startsWith("explore ")) { // it doesn't end by itself
        Object[] words =
            Arrays.stream(command.split("\\s+"))
                .map(word -> word.startsWith(FILES) ? folder.resolve(word) : word)
                .toArray();
        CommandRun run = CommandRun.alone(words);
        System.out.print(run.exitCode() == 0 ? run.out() : "|  " + command + ": " + run.err());
      }
    }
  }

  /** Types lines into JShell and gives what it answered, without prompts. */
  String shell(String lines) {
    String own = "\"" + folder.toString().replace('\\', '/') + "/";
    String typed = lines.replace("\"docs/", own + "docs/").replace("\"" + FILES, own + FILES);
    InputStream in = System.in;
    PrintStream out = System.out;
    var answer = new ByteArrayOutputStream();
    System.setIn(new ByteArrayInputStream(typed.getBytes(StandardCharsets.UTF_8)));
    System.setOut(new PrintStream(answer, true, StandardCharsets.UTF_8));
    try {
      assertThat(Shell.run(List.of(), false)).isZero();
    } finally {
      System.setIn(in);
      System.setOut(out);
    }
    return local(answer.toString(StandardCharsets.UTF_8))
        .replaceAll("(?m)^(jshell> | {3}\\.\\.\\.> )+", "")
        .replaceAll("(?m)^[$\\w]+ ==> ", "");
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

  private String local(String text) {
    String own = folder.toString().replace('\\', '/') + "/";
    return text.replace(System.lineSeparator(), "\n").replace('\\', '/').replace(own, "");
  }
}
