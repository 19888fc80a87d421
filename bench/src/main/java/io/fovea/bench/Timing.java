package io.fovea.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Runs candidates in turns and takes their times. The turns alternate, and who begins changes from
 * round to round, so that noise from outside hits all alike.
 */
final class Timing {
  private static final double NANOS_PER_MILLI = 1e6;

  private final Effort effort;
  private final Quiet quiet = new Quiet();

  Timing(Effort effort) {
    this.effort = effort;
  }

  /** One measurement for each candidate, in their order. */
  List<Measurement> measure(List<Candidate> candidates) {
    candidates.forEach(this::warmUp);
    List<List<double[]>> times =
        candidates.stream().<List<double[]>>map(each -> new ArrayList<>()).toList();
    for (int round = 0; round < effort.rounds(); round++) {
      for (int turn = 0; turn < candidates.size(); turn++) {
        int index = (round + turn) % candidates.size();
        times.get(index).add(turn(candidates.get(index)));
      }
    }
    return IntStream.range(0, candidates.size())
        .mapToObj(index -> new Measurement(candidates.get(index).name(), times.get(index)))
        .toList();
  }

  private void warmUp(Candidate candidate) {
    quiet.await();
    long end = System.nanoTime() + effort.warmUp().toNanos();
    while (System.nanoTime() < end) {
      candidate.run();
    }
  }

  private double[] turn(Candidate candidate) {
    quiet.await();
    if (!effort.warmUp().isZero()) {
      candidate.run();
    }
    var times = new double[effort.mostRuns()];
    int count = 0;
    long start = System.nanoTime();
    long now = start;
    while (count < effort.leastRuns()
        || count < effort.mostRuns() && now - start < effort.turn().toNanos()) {
      long before = System.nanoTime();
      candidate.run();
      now = System.nanoTime();
      times[count++] = (now - before) / NANOS_PER_MILLI;
    }
    return Arrays.copyOf(times, count);
  }
}
