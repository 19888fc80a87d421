package io.fovea.image;

import io.fovea.tensor.Shape;
import io.fovea.tensor.Tensor;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * An immutable array of float32 numbers with any number of dimensions, as an array file holds it,
 * in row-major (C) order: the last dimension runs fastest. Equal to another by content.
 *
 * <p>Any number of threads may read one at once.
 */
public final class NumericArray {
  private final List<Integer> dimensions;
  private final float[] values;

  private NumericArray(List<Integer> dimensions, float[] values) {
    long count = 1;
    for (int dimension : dimensions) {
      if (dimension < 1) {
        throw new ImageException("the array is " + times(dimensions) + " and so holds no numbers");
      }
      count = Math.multiplyExact(count, dimension);
    }
    if (count != values.length) {
      throw new ImageException(
          "an array of %s holds %,d numbers, but %,d are given"
              .formatted(times(dimensions), count, values.length));
    }
    this.dimensions = dimensions;
    this.values = values;
  }

  /**
   * An array over a copy of these numbers.
   *
   * @param dimensions each at least 1; none for a single number
   * @param values their product of numbers, in row-major order
   * @throws ImageException if the numbers are more or fewer
   */
  public static NumericArray of(List<Integer> dimensions, float... values) {
    return new NumericArray(List.copyOf(dimensions), values.clone());
  }

  /** An array over these very numbers, which must not be written to any more. */
  static NumericArray wrap(List<Integer> dimensions, float[] values) {
    return new NumericArray(List.copyOf(dimensions), values);
  }

  /**
   * The array whose numbers lie in column-major (Fortran, MATLAB) order: the first runs fastest.
   */
  static NumericArray ofColumnMajor(List<Integer> dimensions, float[] values) {
    if (dimensions.size() < 2) {
      return wrap(dimensions, values);
    }
    var sorted = new float[values.length];
    var index = new int[dimensions.size()];
    var strides = new int[dimensions.size()];
    int stride = 1;
    for (int axis = 0; axis < strides.length; axis++) {
      strides[axis] = stride;
      stride *= dimensions.get(axis);
    }
    int from = 0;
    for (int to = 0; to < sorted.length; to++) {
      sorted[to] = values[from];
      for (int axis = index.length - 1; axis >= 0; axis--) {
        from += strides[axis];
        if (++index[axis] < dimensions.get(axis)) {
          break;
        }
        from -= index[axis] * strides[axis];
        index[axis] = 0;
      }
    }
    return wrap(dimensions, sorted);
  }

  /** The size of each dimension, the slowest first. */
  public List<Integer> dimensions() {
    return dimensions;
  }

  /** A copy of all numbers in row-major order. */
  public float[] toArray() {
    return values.clone();
  }

  /**
   * The array as input of a network, with no number changed. It may be height × width (for one
   * channel), channels × height × width, height × width × channels (as MATLAB and picture libraries
   * store it; taken only where the first dimension isn't the number of channels) or batch ×
   * channels × height × width.
   *
   * @param channels how many channels the network wants
   * @return batch × channels × height × width
   * @throws ImageException if the array is none of these
   */
  public Tensor toTensor(int channels) {
    int rank = dimensions.size();
    if (rank == 2 && channels == 1) {
      return tensor(1, 1, dimensions.get(0), dimensions.get(1));
    }
    if (rank == 3 && dimensions.get(0) == channels) {
      return tensor(1, channels, dimensions.get(1), dimensions.get(2));
    }
    if (rank == 3 && dimensions.get(2) == channels) {
      return channelsFirst();
    }
    if (rank == 4 && dimensions.get(1) == channels) {
      return tensor(dimensions.get(0), channels, dimensions.get(2), dimensions.get(3));
    }
    throw new ImageException(
        "the array is %s, but the network wants %d channel%s: give %s%d × height × width or batch × %d × height × width"
            .formatted(
                times(dimensions),
                channels,
                channels == 1 ? "" : "s",
                channels == 1 ? "height × width, " : "",
                channels,
                channels));
  }

  private Tensor tensor(int batch, int channels, int height, int width) {
    return Tensor.wrap(Shape.of(batch, channels, height, width), values);
  }

  private Tensor channelsFirst() {
    int plane = dimensions.get(0) * dimensions.get(1);
    int channels = dimensions.get(2);
    var planes = new float[values.length];
    for (int channel = 0, to = 0; channel < channels; channel++) {
      for (int pixel = 0; pixel < plane; pixel++) {
        planes[to++] = values[pixel * channels + channel];
      }
    }
    return Tensor.wrap(Shape.of(1, channels, dimensions.get(0), dimensions.get(1)), planes);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof NumericArray array
        && dimensions.equals(array.dimensions)
        && Arrays.equals(values, array.values);
  }

  @Override
  public int hashCode() {
    return 31 * dimensions.hashCode() + Arrays.hashCode(values);
  }

  /** The size: {@code 3 × 227 × 227}. */
  @Override
  public String toString() {
    return times(dimensions);
  }

  static String times(List<? extends Number> dimensions) {
    return dimensions.isEmpty()
        ? "a single number"
        : dimensions.stream().map(String::valueOf).collect(Collectors.joining(" × "));
  }
}
