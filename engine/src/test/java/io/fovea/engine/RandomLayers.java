package io.fovea.engine;

import io.fovea.network.Parameter;
import io.fovea.tensor.Shape;
import io.fovea.tensor.Tensor;
import java.util.Random;

/** Tensors and parameters of seeded random values. */
final class RandomLayers {
  private final Random random;

  RandomLayers(long seed) {
    random = new Random(seed);
  }

  Tensor tensor(Shape shape) {
    return Tensor.wrap(shape, values(shape.elementCount()));
  }

  Parameter parameter(String name, int... dimensions) {
    int count = 1;
    for (int dimension : dimensions) {
      count *= dimension;
    }
    return Parameter.of(name, values(count), dimensions);
  }

  /** Values from 0.5 to 1.5, as a variance has. */
  Parameter positive(String name, int count) {
    var values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = 0.5f + random.nextFloat();
    }
    return Parameter.of(name, values, count);
  }

  /** From {@code least} to {@code most}, both possible. */
  int between(int least, int most) {
    return least + random.nextInt(most - least + 1);
  }

  boolean coin() {
    return random.nextBoolean();
  }

  private float[] values(int count) {
    var values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = (float) random.nextGaussian();
    }
    return values;
  }
}
