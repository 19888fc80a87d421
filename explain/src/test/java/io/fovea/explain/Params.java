package io.fovea.explain;

import io.fovea.network.Parameter;
import io.fovea.tensor.Shape;
import io.fovea.tensor.Tensor;
import java.util.Random;

/** Parameters and tensors for tests. */
final class Params {
  private Params() {}

  static Parameter zeros(String name, int... dimensions) {
    return Parameter.of(name, new float[count(dimensions)], dimensions);
  }

  /** Normally distributed values. */
  static Parameter random(String name, Random random, int... dimensions) {
    var values = new float[count(dimensions)];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) random.nextGaussian();
    }
    return Parameter.of(name, values, dimensions);
  }

  /** Normally distributed values. */
  static Tensor tensor(Random random, Shape shape) {
    return Tensor.wrap(shape, random("values", random, shape.elementCount()).toArray());
  }

  /** Float32 of the reference's values. */
  static Tensor tensor(Shape shape, double[] values) {
    var floats = new float[values.length];
    for (int i = 0; i < values.length; i++) {
      floats[i] = (float) values[i];
    }
    return Tensor.wrap(shape, floats);
  }

  private static int count(int... dimensions) {
    int count = 1;
    for (int dimension : dimensions) {
      count *= dimension;
    }
    return count;
  }
}
