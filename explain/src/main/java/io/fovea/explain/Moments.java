package io.fovea.explain;

/**
 * Means that tell how two sets of values lie, and how far they are apart.
 *
 * @param meanBefore mean of the first
 * @param meanAfter mean of the second
 * @param squareBefore mean of the squares of the first
 * @param squareAfter mean of the squares of the second
 * @param difference mean of the squared differences
 */
record Moments(
    double meanBefore,
    double meanAfter,
    double squareBefore,
    double squareAfter,
    double difference) {
  static final Moments NONE = new Moments(0, 0, 0, 0, 0);

  /** Below this share of the mean square, a variance is but rounding. */
  private static final double ROUNDING = 1e-14;

  static Moments of(float[] before, float[] after, boolean placeByPlace) {
    double difference = 0;
    for (int i = 0; placeByPlace && i < before.length; i++) {
      double apart = (double) after[i] - before[i];
      difference += apart * apart;
    }
    var lie =
        new Moments(mean(before), mean(after), meanSquare(before), meanSquare(after), difference);
    return placeByPlace ? lie.apart(difference / before.length) : lie.apart(lie.least());
  }

  private Moments apart(double newDifference) {
    return new Moments(meanBefore, meanAfter, squareBefore, squareAfter, newDifference);
  }

  /** The least that the mean of the squared differences can be. */
  private double least() {
    double means = meanAfter - meanBefore;
    double deviations = deviationAfter() - deviationBefore();
    return means * means + deviations * deviations;
  }

  Moments plus(Moments other) {
    return new Moments(
        meanBefore + other.meanBefore,
        meanAfter + other.meanAfter,
        squareBefore + other.squareBefore,
        squareAfter + other.squareAfter,
        difference + other.difference);
  }

  /** Each divided by a count. */
  Moments over(int count) {
    return new Moments(
        meanBefore / count,
        meanAfter / count,
        squareBefore / count,
        squareAfter / count,
        difference / count);
  }

  /** See {@link Comparison}. */
  double change() {
    double mean = (meanBefore + meanAfter) / 2;
    double deviation = deviation(mean, (squareBefore + squareAfter) / 2);
    return difference == 0 ? 0 : Math.min(2, Math.sqrt(difference) / deviation);
  }

  ChannelChange change(int channel) {
    return new ChannelChange(
        channel, change(), meanBefore, meanAfter, deviationBefore(), deviationAfter());
  }

  private double deviationBefore() {
    return deviation(meanBefore, squareBefore);
  }

  private double deviationAfter() {
    return deviation(meanAfter, squareAfter);
  }

  private static double deviation(double mean, double square) {
    double variance = square - mean * mean;
    return variance <= ROUNDING * square ? 0 : Math.sqrt(variance);
  }

  private static double mean(float[] values) {
    double sum = 0;
    for (float value : values) {
      sum += value;
    }
    return sum / values.length;
  }

  private static double meanSquare(float[] values) {
    double sum = 0;
    for (float value : values) {
      sum += (double) value * value;
    }
    return sum / values.length;
  }
}
