package io.fovea.learn;

import java.util.function.DoublePredicate;

/** What the numbers of a training must satisfy, said the same way everywhere. */
final class Checks {
  private Checks() {}

  static void atLeast(String what, long value, long least) {
    if (value < least) {
      throw new TrainingException("%s must be at least %d, not %d".formatted(what, least, value));
    }
  }

  static void positive(String what, double value) {
    require(what, "a number greater than 0", value, v -> v > 0 && Double.isFinite(v));
  }

  static void notNegative(String what, double value) {
    require(what, "0 or a greater number", value, v -> v >= 0 && Double.isFinite(v));
  }

  /** From 0 to below 1. */
  static void fraction(String what, double value) {
    require(what, "from 0 to below 1", value, v -> v >= 0 && v < 1);
  }

  private static void require(String what, String range, double value, DoublePredicate holds) {
    if (!holds.test(value)) {
      throw new TrainingException(
          "%s must be %s, not %s".formatted(what, range, Numbers.text(value)));
    }
  }
}
