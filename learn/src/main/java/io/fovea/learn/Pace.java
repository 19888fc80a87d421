package io.fovea.learn;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;

/**
 * How well and how fast a training goes, over its last 50 iterations: pictures may have grown since
 * the first. One thread at a time.
 */
public final class Pace {
  private static final int WINDOW = 50;

  private final Deque<IterationPoint> last = new ArrayDeque<>();

  /** Takes in the next iteration. */
  public void add(IterationPoint point) {
    if (last.size() > WINDOW) {
      last.removeFirst();
    }
    last.addLast(point);
  }

  /** The mean loss; empty before the first iteration. */
  public OptionalDouble loss() {
    return mean(IterationPoint::loss);
  }

  /** The mean accuracy, 0 to 1; empty before the first iteration. */
  public OptionalDouble accuracy() {
    return mean(IterationPoint::accuracy);
  }

  private OptionalDouble mean(ToDoubleFunction<IterationPoint> number) {
    return last.stream().mapToDouble(number).average();
  }

  /** Items learned from in a second; empty before the second iteration. */
  public OptionalDouble itemsPerSecond() {
    double items = last.stream().skip(1).mapToInt(IterationPoint::items).sum();
    return seconds() > 0 ? OptionalDouble.of(items / seconds()) : OptionalDouble.empty();
  }

  /**
   * Seconds until the training is done; empty before the second iteration.
   *
   * @param iterations of the whole training
   */
  public OptionalDouble secondsLeft(long iterations) {
    if (seconds() <= 0) {
      return OptionalDouble.empty();
    }
    long done = last.getLast().iteration();
    double each = seconds() / (done - last.getFirst().iteration());
    return OptionalDouble.of(each * (iterations - done));
  }

  /** From the first to the last iteration that is looked at. */
  private double seconds() {
    return last.size() < 2 ? 0 : last.getLast().seconds() - last.getFirst().seconds();
  }
}
