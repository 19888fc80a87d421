package io.fovea.network;

import java.math.BigInteger;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A named array of float32 values that belongs to a layer: what training changes (Weights, Bias,
 * Scale, Offset) or gathers (TrainedMean, TrainedVariance).
 *
 * <p>Immutable, equal to another by content, readable by any number of threads at once. Its
 * dimensions are in memory's order: convolution weights are numFilters × channels × height × width.
 */
public final class Parameter {
  private final String name;
  private final List<Integer> dimensions;
  private final FloatBuffer values;

  private Parameter(String name, FloatBuffer values, int... dimensions) {
    var count = BigInteger.ONE;
    var sizes = new ArrayList<Integer>();
    for (int dimension : dimensions) {
      if (dimension < 1) {
        throw new NetworkException(name + ": a dimension is " + dimension + ", not at least 1");
      }
      count = count.multiply(BigInteger.valueOf(dimension));
      sizes.add(dimension);
    }
    if (!count.equals(BigInteger.valueOf(values.remaining()))) {
      throw new NetworkException(
          "%s: %s is %d values, but %d are given"
              .formatted(name, times(sizes), count, values.remaining()));
    }
    this.name = name;
    this.dimensions = List.copyOf(sizes);
    this.values = values;
  }

  /**
   * A parameter over a copy of these values.
   *
   * @param name as people know it: Weights, Bias, Scale, Offset, TrainedMean, TrainedVariance
   * @throws NetworkException if the dimensions' product isn't the number of values
   */
  public static Parameter of(String name, float[] values, int... dimensions) {
    return new Parameter(name, FloatBuffer.wrap(values.clone()).asReadOnlyBuffer(), dimensions);
  }

  /**
   * A parameter over this very buffer, from its position to its limit, for callers who let go of it
   * (a file mapped into memory): its content must not change any more.
   *
   * @throws NetworkException if the dimensions' product isn't the number of values
   */
  public static Parameter wrap(String name, FloatBuffer values, int... dimensions) {
    return new Parameter(name, values.slice().asReadOnlyBuffer(), dimensions);
  }

  /** Weights, Bias, Scale, Offset, TrainedMean, TrainedVariance. */
  public String name() {
    return name;
  }

  /** Dimensions in memory's order. */
  public List<Integer> dimensions() {
    return dimensions;
  }

  /** One dimension, in memory's order. */
  public int dimension(int index) {
    return dimensions.get(index);
  }

  /**
   * Dimensions as people read them: weights of a convolution are height × width × channels ×
   * numFilters, one value a channel is 1 × 1 × channels.
   */
  public List<Integer> size() {
    return switch (dimensions.size()) {
      case 1 -> List.of(1, 1, dimension(0));
      case 4 -> List.of(dimension(2), dimension(3), dimension(1), dimension(0));
      default -> dimensions;
    };
  }

  /** How many values. */
  public int count() {
    return values.remaining();
  }

  /** All values in memory's order, read-only; no copy is made. */
  public FloatBuffer values() {
    return values.duplicate();
  }

  /** A copy of all values. */
  public float[] toArray() {
    var copy = new float[count()];
    values().get(copy);
    return copy;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Parameter parameter
        && name.equals(parameter.name)
        && dimensions.equals(parameter.dimensions)
        && values.equals(parameter.values);
  }

  @Override
  public int hashCode() {
    return 31 * name.hashCode() + dimensions.hashCode();
  }

  /** {@code Weights 3×3×3×64}. */
  @Override
  public String toString() {
    return name + " " + times(size());
  }

  private static String times(List<Integer> sizes) {
    return sizes.stream().map(String::valueOf).collect(Collectors.joining("×"));
  }
}
