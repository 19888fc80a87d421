package io.fovea.explain;

import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.Arrays;
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
    float[] finite = finite(values);
    if (finite.length == 0) {
      return new Histogram(0, 0, counts(finite, 0, 0, bins), 0, 0);
    }
    float least = Float.POSITIVE_INFINITY;
    float greatest = Float.NEGATIVE_INFINITY;
    double sum = 0;
    for (float value : finite) {
      least = Math.min(least, value);
      greatest = Math.max(greatest, value);
      sum += value;
    }
    double mean = sum / finite.length;
    double squares = 0;
    for (float value : finite) {
      squares += (value - mean) * (value - mean);
    }
    return new Histogram(
        least,
        greatest,
        counts(finite, least, greatest, bins),
        mean,
        Math.sqrt(squares / finite.length));
  }

  private static float[] finite(FloatBuffer values) {
    var all = new float[values.remaining()];
    values.duplicate().get(all);
    int count = 0;
    for (float value : all) {
      if (Float.isFinite(value)) {
        all[count++] = value;
      }
    }
    return Arrays.copyOf(all, count);
  }

  private static List<Integer> counts(float[] values, double least, double greatest, int bins) {
    var counts = new int[bins];
    double scale = greatest > least ? bins / (greatest - least) : 0;
    for (float value : values) {
      counts[Math.min(bins - 1, (int) ((value - least) * scale))]++;
    }
    var list = new ArrayList<Integer>();
    for (int count : counts) {
      list.add(count);
    }
    return list;
  }
}
