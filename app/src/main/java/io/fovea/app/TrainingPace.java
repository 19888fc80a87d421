package io.fovea.app;

import io.fovea.learn.IterationPoint;
import io.fovea.learn.ValidationPoint;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** How far a training is, how well it goes and how fast, over its last iterations. */
final class TrainingPace {
  private static final int WINDOW = 50;

  private final Deque<IterationPoint> last = new ArrayDeque<>();
  private long iterations;
  private long perEpoch = 1;

  /** Takes in where it begins, and says so. */
  String start(long allIterations, long iterationsPerEpoch, long doneBefore) {
    iterations = allIterations;
    perEpoch = iterationsPerEpoch;
    return String.format(
        Locale.ROOT,
        "%,d iterations, %,d an epoch%s",
        iterations,
        perEpoch,
        doneBefore == 0
            ? ""
            : String.format(Locale.ROOT, ", %,d of them done already", doneBefore));
  }

  void add(IterationPoint point) {
    if (last.size() > WINDOW) {
      last.removeFirst();
    }
    last.addLast(point);
  }

  /** Seconds since the training began, up to the last iteration. */
  double seconds() {
    return last.getLast().seconds();
  }

  boolean isAtEnd() {
    return last.getLast().iteration() == iterations;
  }

  /** The part that is done, 0 to 1. */
  double part() {
    return last.getLast().iteration() / (double) iterations;
  }

  /** Epoch, iteration, loss, accuracy, pictures a second, time left. */
  String text() {
    IterationPoint now = last.getLast();
    return String.format(
        Locale.ROOT,
        "epoch %d/%d, iteration %,d/%,d, loss %.4f, accuracy %.1f %%%s",
        now.epoch(),
        iterations / perEpoch,
        now.iteration(),
        iterations,
        mean(IterationPoint::loss),
        100 * mean(IterationPoint::accuracy),
        speed());
  }

  private String speed() {
    IterationPoint first = last.getFirst();
    IterationPoint now = last.getLast();
    if (last.size() < 2 || now.seconds() <= first.seconds()) {
      return "";
    }
    double items = last.stream().skip(1).mapToInt(IterationPoint::items).sum();
    // By the last iterations: pictures may have grown since the first.
    double each = (now.seconds() - first.seconds()) / (now.iteration() - first.iteration());
    double left = each * (iterations - now.iteration());
    return String.format(
        Locale.ROOT,
        ", %.0f images/s, %s left",
        items / (now.seconds() - first.seconds()),
        duration(left));
  }

  private double mean(ToDoubleFunction<IterationPoint> number) {
    return last.stream().mapToDouble(number).average().orElse(0);
  }

  /** How many activations of frozen layers are computed. */
  static String preparation(int done, int items) {
    return String.format(
        Locale.ROOT, "%,d of %,d pictures are through the frozen layers", done, items);
  }

  /** A validation in a few words. */
  static String text(ValidationPoint point) {
    return String.format(
        Locale.ROOT,
        "validation loss %.4f, accuracy %.1f %%%s",
        point.loss(),
        100 * point.accuracy(),
        point.best() ? " (best)" : "");
  }

  /** Such as {@code 2 h 05 min}, {@code 3 min 20 s} or {@code 8 s}. */
  static String duration(double seconds) {
    long whole = Math.round(seconds);
    if (whole >= 3600) {
      return String.format(Locale.ROOT, "%d h %02d min", whole / 3600, whole % 3600 / 60);
    }
    return whole >= 60
        ? String.format(Locale.ROOT, "%d min %02d s", whole / 60, whole % 60)
        : whole + " s";
  }
}
