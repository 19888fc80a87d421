package io.fovea.explain;

import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * How two sets of values lie, and how far they are apart.
 *
 * <p>Sums are those of the values less the first, or less a mean, so that little is lost in
 * rounding where values lie close together and far from 0.
 *
 * @param meanBefore mean of the first
 * @param meanAfter mean of the second
 * @param varianceBefore mean squared distance of the first from their mean
 * @param varianceAfter mean squared distance of the second from their mean
 * @param difference mean of the squared differences; where places can't be compared, the least that
 *     it can be
 */
record Moments(
    double meanBefore,
    double meanAfter,
    double varianceBefore,
    double varianceAfter,
    double difference) {
  private static final double MOST = 2;

  static Moments of(float[] before, float[] after, boolean placeByPlace) {
    double meanBefore = mean(before);
    double meanAfter = mean(after);
    double varianceBefore = variance(before, meanBefore);
    double varianceAfter = variance(after, meanAfter);
    double difference =
        placeByPlace
            ? difference(before, after)
            : squared(meanAfter - meanBefore)
                + squared(Math.sqrt(varianceAfter) - Math.sqrt(varianceBefore));
    return new Moments(meanBefore, meanAfter, varianceBefore, varianceAfter, difference);
  }

  /** See {@link Comparison}. */
  double change() {
    return change(List.of(this));
  }

  /** The same of several channels together, each of one weight. */
  static double change(List<Moments> channels) {
    double difference = average(channels, each -> each.difference);
    double mean = average(channels, each -> (each.meanBefore + each.meanAfter) / 2);
    double variance = average(channels, each -> each.varianceAround(mean));
    return difference == 0 ? 0 : Math.min(MOST, Math.sqrt(difference / variance));
  }

  /** The mean squared distance of both sets from a number, each set of one weight. */
  private double varianceAround(double mean) {
    double before = varianceBefore + squared(meanBefore - mean);
    double after = varianceAfter + squared(meanAfter - mean);
    return (before + after) / 2;
  }

  ChannelChange change(int channel) {
    return new ChannelChange(
        channel,
        change(),
        meanBefore,
        meanAfter,
        Math.sqrt(varianceBefore),
        Math.sqrt(varianceAfter));
  }

  private static double average(List<Moments> channels, ToDoubleFunction<Moments> what) {
    return channels.stream().mapToDouble(what).sum() / channels.size();
  }

  private static double mean(float[] values) {
    double first = values[0];
    double sum = 0;
    for (float value : values) {
      sum += value - first;
    }
    return first + sum / values.length;
  }

  private static double variance(float[] values, double mean) {
    double sum = 0;
    for (float value : values) {
      sum += squared(value - mean);
    }
    return sum / values.length;
  }

  private static double difference(float[] before, float[] after) {
    double sum = 0;
    for (int i = 0; i < before.length; i++) {
      sum += squared((double) after[i] - before[i]);
    }
    return sum / before.length;
  }

  private static double squared(double number) {
    return number * number;
  }
}
