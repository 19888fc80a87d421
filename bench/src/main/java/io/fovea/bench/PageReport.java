package io.fovea.bench;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** What was measured of the page, as a table and as a file. */
final class PageReport {
  private static final int FORMAT_VERSION = 1;
  private static final double DIGITS = 1000;

  private final Gson gson = new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();
  private final Machine machine;
  private final String browser;

  /**
   * @param browser its name and version
   */
  PageReport(Machine machine, String browser) {
    this.machine = machine;
    this.browser = browser;
  }

  /** What it was measured on. */
  String head() {
    return String.join(System.lineSeparator(), machine.lines())
        + System.lineSeparator()
        + browser
        + System.lineSeparator();
  }

  /** A line a figure. */
  String table(List<PageFigure> figures) {
    var text = new StringBuilder(System.lineSeparator());
    text.append(
        "%-52s %6s %9s %9s %9s   %s%n"
            .formatted("", "times", "median", "95 %", "greatest", "target"));
    for (PageFigure each : figures) {
      text.append(
          String.format(
              Locale.ROOT,
              "%-52s %6d %9.1f %9.1f %9.1f   %s%n",
              each.name() + ", " + each.unit(),
              each.values().size(),
              each.median(),
              each.nearlyAll(),
              each.greatest(),
              goal(each)));
    }
    return text.toString();
  }

  private static String goal(PageFigure figure) {
    return figure
        .goal()
        .map(
            goal ->
                String.format(
                    Locale.ROOT,
                    "%s %s %.0f: %s",
                    column(goal.percent()),
                    goal.least() ? "from" : "under",
                    goal.bound(),
                    figure.isReached().orElse(false) ? "reached" : "not reached"))
        .orElse("");
  }

  private static String column(double percent) {
    return percent == 50 ? "median" : "%.0f %%".formatted(percent);
  }

  /**
   * Writes all of it.
   *
   * @throws BenchException if it can't be written
   */
  void write(Path file, List<PageFigure> figures) {
    var root = new JsonObject();
    root.addProperty("formatVersion", FORMAT_VERSION);
    root.add("machine", gson.toJsonTree(machine));
    root.addProperty("browser", browser);
    var array = new JsonArray();
    figures.forEach(each -> array.add(json(each)));
    root.add("figures", array);
    try {
      if (file.getParent() != null) {
        Files.createDirectories(file.getParent());
      }
      Files.writeString(file, gson.toJson(root) + "\n");
    } catch (IOException e) {
      throw new BenchException(file + " can't be written: " + e.getMessage(), e);
    }
  }

  private static JsonObject json(PageFigure figure) {
    var object = new JsonObject();
    object.addProperty("name", figure.name());
    object.addProperty("unit", figure.unit());
    object.addProperty("times", figure.values().size());
    object.addProperty("median", rounded(figure.median()));
    object.addProperty("percentile95", rounded(figure.nearlyAll()));
    object.addProperty("least", rounded(figure.percentile(0)));
    object.addProperty("greatest", rounded(figure.greatest()));
    figure
        .goal()
        .ifPresent(
            goal -> {
              object.addProperty("goalPercentile", goal.percent());
              object.addProperty(goal.least() ? "goalAtLeast" : "goalUnder", goal.bound());
              object.addProperty("reached", figure.isReached().orElse(false));
            });
    return object;
  }

  private static double rounded(double value) {
    return Math.round(value * DIGITS) / DIGITS;
  }
}
