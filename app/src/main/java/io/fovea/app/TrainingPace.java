package io.fovea.app;

import io.fovea.learn.IterationPoint;
import io.fovea.learn.Pace;
import io.fovea.learn.ValidationPoint;
import java.util.Locale;

/** How far a training is, how well it goes and how fast, over its last iterations. */
final class TrainingPace {
  private final Pace pace = new Pace();
  private IterationPoint now = new IterationPoint(1, 0, 0, 0, 0, 0, 0);
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
    now = point;
    pace.add(point);
  }

  /** Seconds since the training began, up to the last iteration. */
  double seconds() {
    return now.seconds();
  }

  boolean isAtEnd() {
    return now.iteration() == iterations;
  }

  /** The part that is done, 0 to 1. */
  double part() {
    return now.iteration() / (double) iterations;
  }

  /** Epoch, iteration, loss, accuracy, pictures a second, time left. */
  String text() {
    return String.format(
        Locale.ROOT,
        "epoch %d/%d, iteration %,d/%,d, loss %.4f, accuracy %.1f %%%s",
        now.epoch(),
        iterations / perEpoch,
        now.iteration(),
        iterations,
        pace.loss().orElse(0),
        100 * pace.accuracy().orElse(0),
        speed());
  }

  private String speed() {
    if (pace.itemsPerSecond().isEmpty()) {
      return "";
    }
    return String.format(
        Locale.ROOT,
        ", %.0f images/s, %s left",
        pace.itemsPerSecond().getAsDouble(),
        duration(pace.secondsLeft(iterations).orElse(0)));
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
