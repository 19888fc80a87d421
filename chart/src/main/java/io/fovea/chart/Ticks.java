package io.fovea.chart;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * Round numbers along an axis from 0: 0, step, 2 · step, … up to {@code steps · step}, where the
 * step is 1, 2 or 5 times a power of ten.
 *
 * @param factor 1, 2 or 5
 * @param exponent the power of ten
 * @param steps how many steps the axis has, at least 1
 */
record Ticks(int factor, int exponent, int steps) {
  private static final int[] FACTORS = {1, 2, 5};
  private static final double ROUNDING = 1e-9;
  private static final double MILLION = 1e6;
  private static final MathContext DIGITS = new MathContext(3);

  /**
   * The ticks with the smallest step that needs no more than {@code most} steps to reach {@code
   * highest}; the last tick is there or above.
   */
  static Ticks reaching(double highest, int most) {
    int exponent = (int) Math.floor(Math.log10(highest / most));
    while (true) {
      for (int factor : FACTORS) {
        double steps = Math.ceil(highest / (factor * power(exponent)) - ROUNDING);
        if (steps <= most) {
          return new Ticks(factor, exponent, Math.max(1, (int) steps));
        }
      }
      exponent++;
    }
  }

  /** Ticks at whole numbers, of which the last is at {@code highest} or below it. */
  static Ticks within(int highest, int most) {
    var reaching = reaching(highest, most);
    var whole = reaching.exponent < 0 ? new Ticks(1, 0, 1) : reaching;
    return new Ticks(whole.factor, whole.exponent, (int) (highest / whole.step()));
  }

  double step() {
    return factor * power(exponent);
  }

  double last() {
    return value(steps);
  }

  double[] values() {
    return IntStream.rangeClosed(0, steps).mapToDouble(this::value).toArray();
  }

  /**
   * A tick's number with as many digits as tell it from its neighbours: 0.25, 1,500; on an axis
   * that reaches a million 2.5e6.
   */
  String label(double value) {
    if (last() < MILLION || value == 0) {
      return String.format(Locale.ROOT, "%,." + Math.max(0, -exponent) + "f", value);
    }
    int power = (int) Math.floor(Math.log10(value) + ROUNDING);
    var digits = BigDecimal.valueOf(value / power(power)).round(DIGITS).stripTrailingZeros();
    return digits.toPlainString() + "e" + power;
  }

  private double value(int tick) {
    return exponent < 0
        ? tick * factor / Math.pow(10, -exponent)
        : tick * factor * Math.pow(10, exponent);
  }

  private static double power(int exponent) {
    return exponent < 0 ? 1 / Math.pow(10, -exponent) : Math.pow(10, exponent);
  }
}
