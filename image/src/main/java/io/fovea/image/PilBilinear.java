package io.fovea.image;

/**
 * Pillow's bilinear filter ({@code Image.resize} with {@code BILINEAR}, from version 2.7 on).
 *
 * <p>A triangle around the new sample's centre {@code (i + 0.5) · old / new}, one old sample wide
 * to each side when enlarging and {@code old / new} wide when shrinking; weights that sum to one,
 * rounded to 22 bits of fraction.
 */
final class PilBilinear implements Kernel {
  private static final double UNIT = 1 << 22;

  @Override
  public Taps taps(int oldLength, int newLength, int start, int count) {
    double scale = (double) oldLength / newLength;
    double support = Math.max(1, scale);
    var first = new int[count];
    var weights = new double[count][];
    for (int index = 0; index < count; index++) {
      double centre = (start + index + 0.5) * scale;
      int from = Math.max(0, (int) (centre - support + 0.5));
      int to = Math.min(oldLength, (int) (centre + support + 0.5));
      first[index] = from;
      weights[index] = weights(from, to, centre, support);
    }
    return new Taps(first, weights);
  }

  private static double[] weights(int from, int to, double centre, double support) {
    var weights = new double[to - from];
    double sum = 0;
    for (int at = 0; at < weights.length; at++) {
      // multiplied by the inverse, as Pillow does it, so that the last bit is the same
      double distance = Math.abs((at + from - centre + 0.5) * (1.0 / support));
      weights[at] = Math.max(0, 1 - distance);
      sum += weights[at];
    }
    for (int at = 0; at < weights.length; at++) {
      weights[at] = (int) (0.5 + weights[at] / sum * UNIT) / UNIT;
    }
    return weights;
  }
}
