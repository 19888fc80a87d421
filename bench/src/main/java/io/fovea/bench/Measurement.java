package io.fovea.bench;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The times of one candidate.
 *
 * @param candidate its name
 * @param rounds milliseconds of the runs of each round, in order
 */
record Measurement(String candidate, List<double[]> rounds) {
  Measurement {
    rounds = List.copyOf(rounds);
  }

  /** The middle of all runs, in milliseconds. */
  double median() {
    return percentile(50);
  }

  /** The time that so many percent of the runs don't exceed, in milliseconds. */
  double percentile(double percent) {
    return percentile(rounds.stream().flatMapToDouble(Arrays::stream).toArray(), percent);
  }

  /** How many runs were measured. */
  int runs() {
    return rounds.stream().mapToInt(each -> each.length).sum();
  }

  /**
   * This one's median over another's, round by round, so that what slows a whole round down weighs
   * on neither.
   */
  Ratio over(Measurement other) {
    double[] ratios =
        IntStream.range(0, rounds.size())
            .mapToDouble(
                round ->
                    percentile(rounds.get(round), 50) / percentile(other.rounds.get(round), 50))
            .toArray();
    return new Ratio(
        candidate,
        other.candidate,
        percentile(ratios, 50),
        percentile(ratios, 10),
        percentile(ratios, 90));
  }

  /** A percentile of values in any order, between two of them where it falls between. */
  static double percentile(double[] values, double percent) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    double place = percent / 100 * (sorted.length - 1);
    int below = (int) Math.floor(place);
    int above = (int) Math.ceil(place);
    return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
  }
}
