package io.fovea.bench;

import java.util.List;
import java.util.Optional;

/**
 * One thing that was measured of the page, several times.
 *
 * @param name what it is
 * @param unit of the values
 * @param values each as it was measured, in order; none is left out
 * @param goal what it has to reach, where it has to
 */
record PageFigure(String name, String unit, List<Double> values, Optional<Goal> goal) {
  private static final double MEDIAN = 50;
  private static final double NEARLY_ALL = 95;
  private static final double ALL = 100;

  /**
   * A bound of one of the percentiles.
   *
   * @param percent which
   * @param bound the most it may be, or the least
   * @param least whether it is the least
   */
  record Goal(double percent, double bound, boolean least) {
    static Goal atMost(double percent, double bound) {
      return new Goal(percent, bound, false);
    }

    static Goal atLeast(double percent, double bound) {
      return new Goal(percent, bound, true);
    }
  }

  PageFigure {
    values = List.copyOf(values);
  }

  /** The value that so many percent don't exceed. */
  double percentile(double percent) {
    return Measurement.percentile(
        values.stream().mapToDouble(Double::doubleValue).toArray(), percent);
  }

  double median() {
    return percentile(MEDIAN);
  }

  double nearlyAll() {
    return percentile(NEARLY_ALL);
  }

  double greatest() {
    return percentile(ALL);
  }

  /** Whether the goal is reached, where there is one. */
  Optional<Boolean> isReached() {
    return goal.map(
        wanted -> {
          double value = percentile(wanted.percent());
          return wanted.least() ? value >= wanted.bound() : value < wanted.bound();
        });
  }
}
