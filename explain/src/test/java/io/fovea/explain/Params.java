package io.fovea.explain;

import io.fovea.network.Parameter;
import java.util.Random;

/** Parameters for tests. */
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

  private static int count(int... dimensions) {
    int count = 1;
    for (int dimension : dimensions) {
      count *= dimension;
    }
    return count;
  }
}
