package io.fovea.tensor;

import java.nio.FloatBuffer;
import java.util.Arrays;

/**
 * An immutable float32 tensor, N × C × H × W, its values row by row with the width running fastest.
 *
 * <p>Any number of threads may read one at once.
 */
public final class Tensor {
  private final Shape shape;
  private final float[] values;

  private Tensor(Shape shape, float[] values) {
    if (values.length != shape.elementCount()) {
      throw new FoveaException(
          "a tensor of "
              + shape
              + " holds "
              + shape.elementCount()
              + " values, but "
              + values.length
              + " are given");
    }
    this.shape = shape;
    this.values = values;
  }

  /**
   * A tensor of a copy of these values.
   *
   * @param values {@code shape.elementCount()} values in N, C, H, W order
   * @throws FoveaException if there are more or fewer
   */
  public static Tensor of(Shape shape, float... values) {
    return new Tensor(shape, values.clone());
  }

  /**
   * A tensor over this very array, for callers who made it and let go of it: it must not be written
   * to any more.
   *
   * @throws FoveaException if the array's length isn't {@code shape.elementCount()}
   */
  public static Tensor wrap(Shape shape, float[] values) {
    return new Tensor(shape, values);
  }

  /** A tensor of zeros. */
  public static Tensor zeros(Shape shape) {
    return new Tensor(shape, new float[shape.elementCount()]);
  }

  /** N × C × H × W. */
  public Shape shape() {
    return shape;
  }

  /**
   * One value, each index from 0.
   *
   * @throws IndexOutOfBoundsException if there is none
   */
  public float get(int item, int channel, int row, int column) {
    if (row < 0 || row >= shape.height() || column < 0 || column >= shape.width()) {
      throw new IndexOutOfBoundsException(
          "row " + row + ", column " + column + " of a tensor of " + shape);
    }
    return values[offset(item, channel) + row * shape.width() + column];
  }

  /** All values, read-only, in N, C, H, W order; no copy is made. */
  public FloatBuffer buffer() {
    return FloatBuffer.wrap(values).asReadOnlyBuffer();
  }

  /**
   * One channel's plane of height × width values, read-only; no copy is made.
   *
   * @throws IndexOutOfBoundsException if there is none
   */
  public FloatBuffer channel(int item, int channel) {
    int plane = shape.height() * shape.width();
    return FloatBuffer.wrap(values, offset(item, channel), plane).slice().asReadOnlyBuffer();
  }

  /**
   * One item of the batch as a tensor of batch 1; its values are a copy.
   *
   * @throws IndexOutOfBoundsException if there is none
   */
  public Tensor item(int item) {
    int start = offset(item, 0);
    return wrap(
        shape.withBatch(1), Arrays.copyOfRange(values, start, start + shape.itemElementCount()));
  }

  /** A copy of all values in N, C, H, W order. */
  public float[] toArray() {
    return values.clone();
  }

  private int offset(int item, int channel) {
    if (item < 0 || item >= shape.batch() || channel < 0 || channel >= shape.channels()) {
      throw new IndexOutOfBoundsException(
          "item " + item + ", channel " + channel + " of a tensor of " + shape);
    }
    return (item * shape.channels() + channel) * shape.height() * shape.width();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Tensor tensor
        && shape.equals(tensor.shape)
        && Arrays.equals(values, tensor.values);
  }

  @Override
  public int hashCode() {
    return 31 * shape.hashCode() + Arrays.hashCode(values);
  }

  /** The shape and the range of the values: {@code 1 × 3 × 2 × 2, values -1.0 to 4.0}. */
  @Override
  public String toString() {
    float least = Float.POSITIVE_INFINITY;
    float greatest = Float.NEGATIVE_INFINITY;
    for (float value : values) {
      least = Math.min(least, value);
      greatest = Math.max(greatest, value);
    }
    return shape + ", values " + least + " to " + greatest;
  }
}
