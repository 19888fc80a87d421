package io.fovea.chart;

/**
 * The running mean of a noisy curve in which every value counts {@code decay} times as much as the
 * one after it: {@code s(t) = Σ decay^k · y(t − k) / Σ decay^k}, so that the beginning isn't pulled
 * to 0. Values that are not finite count nothing.
 *
 * @param decay 0 (nothing is smoothed) to below 1
 */
record Smoothing(double decay) {
  private static final int FEWEST = 5;
  private static final int PART = 100;

  /**
   * The smoothing for a curve of so many values, with the mean age of a mean over a hundredth of
   * them, but of 5 at least: {@code decay = 1 − 2 / (window + 1)}.
   */
  static Smoothing ofLength(int count) {
    return new Smoothing(1 - 2.0 / (Math.max(FEWEST, count / PART) + 1));
  }

  /** The smoothed curve, as long as the other; not a number where the other is not finite. */
  double[] apply(double[] values) {
    var smooth = new double[values.length];
    double sum = 0;
    double weight = 0;
    for (int i = 0; i < values.length; i++) {
      boolean finite = Double.isFinite(values[i]);
      sum = decay * sum + (finite ? values[i] : 0);
      weight = decay * weight + (finite ? 1 : 0);
      smooth[i] = finite ? sum / weight : Double.NaN;
    }
    return smooth;
  }
}
