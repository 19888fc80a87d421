package io.fovea.learn;

import io.fovea.tensor.Shape;
import io.fovea.tensor.Tensor;

/** The softmax of scores whose network has none: exp(z) / Σ exp(z) over the values of an item. */
final class Softmaxes {
  private Softmaxes() {}

  /** N × C × H × W, each item's values adding up to 1. */
  static Tensor of(Tensor scores) {
    Shape shape = scores.shape();
    float[] values = scores.toArray();
    int count = shape.itemElementCount();
    for (int from = 0; from < values.length; from += count) {
      normalize(values, from, count);
    }
    return Tensor.wrap(shape, values);
  }

  private static void normalize(float[] values, int from, int count) {
    float most = Float.NEGATIVE_INFINITY;
    for (int i = from; i < from + count; i++) {
      most = Math.max(most, values[i]);
    }
    double sum = 0;
    for (int i = from; i < from + count; i++) {
      sum += Math.exp(values[i] - most);
    }
    for (int i = from; i < from + count; i++) {
      values[i] = (float) (Math.exp(values[i] - most) / sum);
    }
  }
}
