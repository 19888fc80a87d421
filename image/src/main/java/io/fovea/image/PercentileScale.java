package io.fovea.image;

import io.fovea.tensor.Tensor;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** From a percentile to another of all channels' values. */
record PercentileScale(double low, double high) implements Scale {
  PercentileScale {
    if (!(low >= 0 && low < high && high <= 100)) {
      throw new ImageException(
          "the percentiles %s%%:%s%% must go from a lesser to a greater one, within 0%% to 100%%"
              .formatted(low, high));
    }
  }

  @Override
  public List<Limits> limits(Tensor activation) {
    var values = activation.toArray();
    int count = 0;
    for (float value : values) {
      if (Float.isFinite(value)) {
        values[count++] = value;
      }
    }
    Arrays.parallelSort(values, 0, count);
    var limits =
        count == 0
            ? Limits.UNIT
            : new Limits(percentile(values, count, low), percentile(values, count, high));
    return Collections.nCopies(activation.shape().channels(), limits);
  }

  private static double percentile(float[] sorted, int count, double percent) {
    double rank = percent / 100 * (count - 1);
    int below = (int) rank;
    int above = Math.min(below + 1, count - 1);
    return sorted[below] + (rank - below) * ((double) sorted[above] - sorted[below]);
  }
}
