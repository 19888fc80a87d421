package io.fovea.network;

import io.fovea.tensor.Shape;
import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.DoubleSupplier;

/**
 * What learnable parameters are before training. The same random gives the same values, on every
 * machine and every Java.
 *
 * <p>Weights are O × I × kernelHeight × kernelWidth or O × I: a value of the activation is a sum of
 * <i>fan in</i> = I · kernelHeight · kernelWidth products, and an input takes part in <i>fan
 * out</i> = O · kernelHeight · kernelWidth (of a grouped convolution, I is that of one group).
 */
public enum Initializer {
  /**
   * Uniform between −a and a with a = √(6 / (fan in + fan out)), which keeps the variance of
   * activations and of gradients (Glorot and Bengio, "Understanding the difficulty of training deep
   * feedforward neural networks", 2010).
   */
  GLOROT,
  /**
   * Normal with mean 0 and standard deviation √(2 / fan in), which keeps the variance of
   * activations through ReLUs (He et al., "Delving deep into rectifiers", 2015).
   */
  HE,
  /** Normal with mean 0 and standard deviation 0.01 (Krizhevsky et al., 2012). */
  NARROW_NORMAL,
  /** All 0: biases, offsets. */
  ZEROS,
  /** All 1: scales. */
  ONES;

  private static final double NARROW = 0.01;

  /**
   * A new parameter.
   *
   * @param name as people know it: Weights, Bias, Scale, Offset
   * @param random where the values come from; not used by {@link #ZEROS} and {@link #ONES}
   * @param dimensions in memory's order
   * @throws NetworkException if a dimension isn't at least 1, they are too many values, or {@link
   *     #GLOROT} or {@link #HE} is asked for other than 2 or 4 dimensions, which have no fans
   */
  public Parameter create(String name, SplittableRandom random, int... dimensions) {
    var values = new float[count(name, dimensions)];
    switch (this) {
      case GLOROT -> {
        double end = Math.sqrt(6. / ((double) fan(name, 1, dimensions) + fan(name, 0, dimensions)));
        fill(values, () -> (2 * random.nextDouble() - 1) * end);
      }
      case HE -> {
        double deviation = Math.sqrt(2. / fan(name, 1, dimensions));
        fill(values, () -> deviation * normal(random));
      }
      case NARROW_NORMAL -> fill(values, () -> NARROW * normal(random));
      case ZEROS -> {} // as every new array
      case ONES -> Arrays.fill(values, 1);
    }
    return Parameter.wrap(name, FloatBuffer.wrap(values), dimensions);
  }

  private static void fill(float[] values, DoubleSupplier next) {
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) next.getAsDouble();
    }
  }

  /** Box and Muller's, in strict arithmetic: the next Java may draw its own in another way. */
  private static double normal(SplittableRandom random) {
    double radius = Math.sqrt(-2 * StrictMath.log(1 - random.nextDouble()));
    return radius * StrictMath.cos(2 * Math.PI * random.nextDouble());
  }

  /** The length of this dimension, 1 for fan in or 0 for fan out, times that of the kernel. */
  private int fan(String name, int dimension, int... dimensions) {
    if (dimensions.length != 2 && dimensions.length != 4) {
      throw new NetworkException(
          "%s: %s is for weights of 2 or 4 dimensions, not %s; take ZEROS or ONES"
              .formatted(name, this, Arrays.toString(dimensions)));
    }
    int kernel = dimensions.length == 4 ? dimensions[2] * dimensions[3] : 1;
    return dimensions[dimension] * kernel;
  }

  private static int count(String name, int... dimensions) {
    long count = 1;
    for (int dimension : dimensions) {
      if (dimension < 1) {
        throw new NetworkException(name + ": a dimension is " + dimension + ", not at least 1");
      }
      count *= dimension;
      if (count > Shape.MAX_ELEMENTS) {
        throw new NetworkException(
            "%s: %s are more values than one array can hold"
                .formatted(name, Arrays.toString(dimensions)));
      }
    }
    return (int) count;
  }
}
