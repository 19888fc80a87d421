package io.fovea.bench;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Gathers what is measured of the page, by its name, in the order of its first coming. */
final class PageFigures {
  private final Map<String, PageFigure> figures = new LinkedHashMap<>();

  private final PrintStream progress;

  /**
   * @param progress takes a line for each value, as it comes
   */
  PageFigures(PrintStream progress) {
    this.progress = progress;
  }

  /** Adds a value to the figure of this name; its goal is the one given first. */
  void add(String name, String unit, double value, Optional<PageFigure.Goal> goal) {
    PageFigure before = figures.getOrDefault(name, new PageFigure(name, unit, List.of(), goal));
    progress.printf(Locale.ROOT, "  %s: %.1f %s%n", name, value, unit);
    var values = new ArrayList<>(before.values());
    values.add(value);
    figures.put(name, new PageFigure(name, unit, values, before.goal()));
  }

  /** Milliseconds that have to stay under a bound in so many percent of the cases. */
  void time(String name, double value, double percent, double bound) {
    add(name, "ms", value, Optional.of(PageFigure.Goal.atMost(percent, bound)));
  }

  /** Milliseconds that are only told. */
  void time(String name, double value) {
    add(name, "ms", value, Optional.empty());
  }

  /** All of them. */
  List<PageFigure> all() {
    return List.copyOf(figures.values());
  }
}
