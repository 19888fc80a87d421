package io.fovea.explain;

import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * How many of some values lie where between the smallest and the largest. Values that aren't finite
 * don't count; where there is no other, every number is 0.
 *
 * @param least the smallest value, where the first bin begins
 * @param greatest the largest value, where the last bin ends
 * @param counts how many values each bin holds, the bins all of one width; the largest value
 *     belongs to the last, and values that are all the same to the first
 * @param mean of the values
 * @param deviation their standard deviation, of all values (divided by their number)
 */
public record Histogram(
    float least, float greatest, List<Integer> counts, double mean, double deviation) {
  /** Keeps a copy of the list. */
  public Histogram {
    counts = List.copyOf(counts);
  }

  /**
   * Of the values from the buffer's position to its limit, which it leaves as they are.
   *
   * @param bins how many, at least 1
   * @throws ExplainException if there is no bin
   */
  public static Histogram of(FloatBuffer values, int bins) {
    if (bins < 1) {
      throw new ExplainException(
          "%d bins hold no values; ask for a histogram of 1 at least".formatted(bins));
    }
    FloatBuffer all = values.slice(); // read where they lie: the weights of a layer may be large
    Finite finite = Finite.of(all);
    return finite.count == 0
        ? new Histogram(0, 0, Collections.nCopies(bins, 0), 0, 0)
        : counted(all, finite, bins);
  }

  private static Histogram counted(FloatBuffer all, Finite finite, int bins) {
    var counts = new int[bins];
    double least = finite.least;
    double scale = finite.greatest > least ? bins / (finite.greatest - least) : 0;
    double mean = finite.sum / finite.count;
    double squares = 0;
    for (int i = 0; i < all.limit(); i++) {
      float value = all.get(i);
      if (Float.isFinite(value)) {
        counts[Math.min(bins - 1, (int) ((value - least) * scale))]++;
        squares += (value - mean) * (value - mean);
      }
    }
    return new Histogram(
        finite.least,
        finite.greatest,
        Arrays.stream(counts).boxed().toList(),
        mean,
        Math.sqrt(squares / finite.count));
  }

  /** What has to be known of the finite values before they are counted. */
  private record Finite(int count, float least, float greatest, double sum) {
    static Finite of(FloatBuffer all) {
      int count = 0;
      float least = Float.POSITIVE_INFINITY;
      float greatest = Float.NEGATIVE_INFINITY;
      double sum = 0;
      for (int i = 0; i < all.limit(); i++) {
        float value = all.get(i);
        if (Float.isFinite(value)) {
          count++;
          least = Math.min(least, value);
          greatest = Math.max(greatest, value);
          sum += value;
        }
      }
      return new Finite(count, least, greatest, sum);
    }
  }
}
