package io.fovea.explain;

import io.fovea.tensor.Tensor;
import java.nio.FloatBuffer;
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
    for (int channel = 0; channel < activation.shape().channels(); channel++) {
      all.add(of(activation.channel(0, channel)));
    }
    return all;
  }

  private static ChannelStatistics of(FloatBuffer buffer) {
    var values = new float[buffer.remaining()];
    buffer.get(values);
    return of(values);
  }

  private static ChannelStatistics of(float[] values) {
    float least = Float.POSITIVE_INFINITY;
    float greatest = Float.NEGATIVE_INFINITY;
    double sum = 0;
    int zeros = 0;
    for (float value : values) {
      least = Math.min(least, value);
      greatest = Math.max(greatest, value);
      sum += value;
      if (value == 0) {
        zeros++;
      }
    }
    int count = values.length;
    double mean = sum / count;
    double squares = 0;
    for (float value : values) {
      double apart = value - mean;
      squares += apart * apart;
    }
    return new ChannelStatistics(
        least, greatest, mean, Math.sqrt(squares / count), zeros / (double) count);
  }
}
