package io.fovea.learn;

import io.fovea.tensor.Shape;
import io.fovea.tensor.Tensor;
import java.nio.FloatBuffer;

/** The mean square of activations' channels, each channel's mean over its plane. */
final class SquaredChannels {
  private final int enough;
  private double sum;
  private long channels;
  private int items;

  /** Wants so many items. */
  SquaredChannels(int enough) {
    this.enough = enough;
  }

  /** Takes in a batch, N × C × H × W; says whether another is wanted. */
  boolean add(Tensor activation) {
    Shape shape = activation.shape();
    for (int item = 0; item < shape.batch(); item++) {
      for (int channel = 0; channel < shape.channels(); channel++) {
        double mean = mean(activation.channel(item, channel));
        sum += mean * mean;
      }
    }
    channels += (long) shape.batch() * shape.channels();
    items += shape.batch();
    return items < enough;
  }

  /** 0 where nothing was taken in. */
  double mean() {
    return channels == 0 ? 0 : sum / channels;
  }

  private static double mean(FloatBuffer plane) {
    double total = 0;
    for (int i = 0; i < plane.limit(); i++) {
      total += plane.get(i);
    }
    return total / plane.limit();
  }
}
