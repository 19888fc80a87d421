package io.fovea.image;

/**
 * MATLAB's default {@code imresize}: bicubic after Keys (1981) with a = −0.5, widened by the factor
 * of shrinking, the picture mirrored at its borders (the outermost sample repeated).
 */
final class MatlabBicubic implements Kernel {
  private static final int WIDTH = 4;

  @Override
  public Taps taps(int oldLength, int newLength, int start, int count) {
    double scale = (double) newLength / oldLength;
    double shrinking = Math.min(1, scale);
    double width = WIDTH / shrinking;
    var first = new int[count];
    var weights = new double[count][];
    for (int index = 0; index < count; index++) {
      // MATLAB counts from 1: u = x / scale + 0.5 · (1 − 1 / scale)
      double centre = (start + index + 1) / scale + 0.5 * (1 - 1 / scale);
      int left = (int) Math.floor(centre - width / 2);
      int right = left + (int) Math.ceil(width) + 2;
      int least = oldLength;
      int most = -1;
      for (int candidate = left; candidate < right; candidate++) {
        if (cubic(shrinking * (centre - candidate)) != 0) {
          int place = mirrored(candidate - 1, oldLength);
          least = Math.min(least, place);
          most = Math.max(most, place);
        }
      }
      var line = new double[most - least + 1];
      for (int candidate = left; candidate < right; candidate++) {
        double weight = cubic(shrinking * (centre - candidate));
        if (weight != 0) {
          line[mirrored(candidate - 1, oldLength) - least] += weight;
        }
      }
      first[index] = least;
      weights[index] = normalised(line);
    }
    return new Taps(first, weights);
  }

  /** Keys' cubic convolution kernel with a = −0.5. */
  private static double cubic(double distance) {
    double x = Math.abs(distance);
    if (x <= 1) {
      return (1.5 * x - 2.5) * x * x + 1;
    }
    return x <= 2 ? ((-0.5 * x + 2.5) * x - 4) * x + 2 : 0;
  }

  private static int mirrored(int place, int length) {
    int folded = Math.floorMod(place, 2 * length);
    return folded < length ? folded : 2 * length - 1 - folded;
  }

  private static double[] normalised(double[] line) {
    double sum = 0;
    for (double weight : line) {
      sum += weight;
    }
    for (int at = 0; at < line.length; at++) {
      line[at] /= sum;
    }
    return line;
  }
}
