package io.fovea.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Types what the lesson says, in a folder of its own, and reads the answers. */
final class LessonRun implements AutoCloseable {
  /** Below it lies all that the lesson's commands write. */
  private static final String FILES = "fovea-samples";

  private static final String PROMPT = "jshell> ";
  private static final String MARK = "--- the next step ---";
  private static final Pattern NUMBER = Pattern.compile("-?\\d+\\.\\d+|\\d{5,}");
  private static final double LAST_DIGITS = 1e-3; // processors round differently

  private final Path folder;
  private final Process shell;
  private final Writer typed;
  private final BufferedReader printed;

  /** Starts {@code fovea shell} there: JShell reads nothing but the input of a process. */
  LessonRun(Path folder) throws IOException {
    this.folder = folder;
    List<String> java =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-Djava.awt.headless=true",
            "-Dfile.encoding=UTF-8",
            "-Dstdout.encoding=UTF-8",
            "-cp",
            System.getProperty("java.class.path"),
            FoveaCommand.class.getName(),
            "shell");
    var process = new ProcessBuilder(java).directory(folder.toFile());
    process.environment().put("FOVEA_MODELS", "");
    shell = process.redirectError(Redirect.DISCARD).start();
    typed = shell.outputWriter(StandardCharsets.UTF_8);
    printed = shell.inputReader(StandardCharsets.UTF_8);
    awaitPrompt();
  }

  /** What is typed before JShell listens, JShell of newer Java prints once more. */
  private void awaitPrompt() throws IOException {
    var said = new StringBuilder();
    while (said.indexOf(PROMPT) < 0) {
      int next = printed.read();
      assertThat(next).as("JShell has ended: " + said).isNotNegative();
      said.append((char) next);
    }
  }

  /** Takes a step, and gives its answer; what JShell finds wrong stands there behind a bar. */
  String take(LessonText.Step step) throws IOException {
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
    String own = folder.toString().replace('\\', '/') + "/";
    return answer.toString().replace('\\', '/').replace(own, "");
  }

  /** Types lines into JShell and gives what it answers, without prompts and names. */
  String lines(String lines) throws IOException {
    typed.write(lines + "System.out.println(\"" + MARK + "\")\n");
    typed.flush();
    var answer = new ArrayList<String>();
    for (String line = next(); !line.equals(MARK); line = next()) {
      answer.add(line.replaceFirst("^[$\\w]+ ==> ", ""));
    }
    return String.join("\n", answer);
  }

  private String next() throws IOException {
    String line = printed.readLine();
    assertThat(line).as("JShell has ended").isNotNull();
    return line.replaceFirst("^(jshell> | {3}\\.\\.\\.> )+", "");
  }

  @Override
  public void close() {
    shell.destroy();
    shell.onExit().join(); // its folder can be deleted then
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
