package io.fovea.bench;

import java.time.Duration;

/**
 * How much is measured. In every round each candidate has one turn: a run that isn't measured,
 * where there is a warm-up at all, then so many that are.
 *
 * @param rounds how often every candidate has its turn
 * @param leastRuns measured runs of a turn, at least
 * @param mostRuns measured runs of a turn, at most
 * @param turn a turn ends after this time, once it has its least runs
 * @param warmUp how long each candidate runs before the first round
 */
record Effort(int rounds, int leastRuns, int mostRuns, Duration turn, Duration warmUp) {
  /** For jobs of milliseconds. */
  static Effort of(int rounds) {
    return new Effort(rounds, 3, 10, Duration.ofMillis(60), Duration.ofMillis(1500));
  }

  /**
   * For jobs of a good part of a second, a process's start among them: few and single runs. No
   * warm-up is needed: {@link Job#measure} has run each candidate once before, so that Fovea's
   * launcher has left its archive of classes.
   */
  static Effort single(int rounds) {
    return new Effort(rounds, 1, 1, Duration.ZERO, Duration.ZERO);
  }
}
