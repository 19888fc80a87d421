package io.fovea.image;

import java.nio.FloatBuffer;

/**
 * The two ends of a scale.
 *
 * @param least what is drawn as 0
 * @param greatest what is drawn as 1
 */
public record Limits(double least, double greatest) {
  static final Limits UNIT = new Limits(0, 1);

  /**
   * The place of a value on the scale: {@code min(max((value − least) / (greatest − least), 0),
   * 1)}, or the value clipped to [0, 1] where both ends are the same. NaN stays NaN.
   */
  public double unit(double value) {
    double scaled = least == greatest ? value : (value - least) / (greatest - least);
    return Math.min(Math.max(scaled, 0), 1);
  }

  /** The least and the greatest finite value; 0 to 1 where there is none. */
  static Limits of(FloatBuffer values) {
    float least = Float.POSITIVE_INFINITY;
    float greatest = Float.NEGATIVE_INFINITY;
    for (int i = values.position(); i < values.limit(); i++) {
      float value = values.get(i);
      if (Math.abs(value) <= Float.MAX_VALUE) {
        least = value < least ? value : least;
        greatest = value > greatest ? value : greatest;
      }
    }
    return least > greatest ? UNIT : new Limits(least, greatest);
  }
}
