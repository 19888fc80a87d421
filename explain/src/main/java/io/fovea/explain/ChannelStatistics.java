package io.fovea.explain;

import io.fovea.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;

/**
 * How the values of one channel lie.
 *
 * @param least its smallest value
 * @param greatest its largest value
 * @param mean their mean
 * @param deviation their standard deviation, of all values (divided by their number)
 * @param zeros which share of them is zero, from 0 to 1: the sparsity after a ReLU
 */
public record ChannelStatistics(
    float least, float greatest, double mean, double deviation, double zeros) {

  /**
   * Of each channel of an activation, in order.
   *
   * @param activation 1 × C × H × W; of several items the first is looked at
   */
  public static List<ChannelStatistics> of(Tensor activation) {
    var all = new ArrayList<ChannelStatistics>();
    var values = new float[activation.shape().height() * activation.shape().width()];
    for (int channel = 0; channel < activation.shape().channels(); channel++) {
      activation.channel(0, channel).get(values);
      all.add(of(values));
    }
    return all;
  }

  /** Each loop does so little that the processor has several values under way at once. */
  private static ChannelStatistics of(float[] values) {
    int count = values.length;
    double mean = sum(values) / count;
    if (Double.isNaN(mean)) {
      return ofNumbersAndOthers(values);
    }
    float least = Float.POSITIVE_INFINITY;
    float greatest = Float.NEGATIVE_INFINITY;
    int zeros = 0;
    for (float value : values) {
      least = value < least ? value : least;
      greatest = value > greatest ? value : greatest;
      zeros += value == 0 ? 1 : 0;
    }
    double deviation = Math.sqrt(squares(values, mean) / count);
    return new ChannelStatistics(least, greatest, mean, deviation, zeros / (double) count);
  }

  /** Where a value is NaN, or infinities are on both sides: there is no mean, and NaN counts. */
  private static ChannelStatistics ofNumbersAndOthers(float[] values) {
    float least = Float.POSITIVE_INFINITY;
    float greatest = Float.NEGATIVE_INFINITY;
    int zeros = 0;
    for (float value : values) {
      least = Math.min(least, value);
      greatest = Math.max(greatest, value);
      zeros += value == 0 ? 1 : 0;
    }
    double share = zeros / (double) values.length;
    return new ChannelStatistics(least, greatest, Double.NaN, Double.NaN, share);
  }

  /** Four sums, of which none waits for another. */
  private static double sum(float[] values) {
    double first = 0;
    double second = 0;
    double third = 0;
    double fourth = 0;
    int whole = values.length - values.length % 4;
    for (int i = 0; i < whole; i += 4) {
      first += values[i];
      second += values[i + 1];
      third += values[i + 2];
      fourth += values[i + 3];
    }
    for (int i = whole; i < values.length; i++) {
      first += values[i];
    }
    return first + second + third + fourth;
  }

  /** Of how far the values are from their mean. */
  private static double squares(float[] values, double mean) {
    double first = 0;
    double second = 0;
    double third = 0;
    double fourth = 0;
    int whole = values.length - values.length % 4;
    for (int i = 0; i < whole; i += 4) {
      first += square(values[i] - mean);
      second += square(values[i + 1] - mean);
      third += square(values[i + 2] - mean);
      fourth += square(values[i + 3] - mean);
    }
    for (int i = whole; i < values.length; i++) {
      first += square(values[i] - mean);
    }
    return first + second + third + fourth;
  }

  private static double square(double number) {
    return number * number;
  }
}
