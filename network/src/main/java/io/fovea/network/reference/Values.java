package io.fovea.network.reference;

import io.fovea.network.Axis;
import io.fovea.tensor.Shape;
import io.fovea.tensor.Tensor;

/** Float64 values of a shape, N, C, H, W, the width running fastest. */
final class Values {
  private final Shape shape;
  private final double[] data;

  private Values(Shape shape, double[] data) {
    this.shape = shape;
    this.data = data;
  }

  static Values zeros(Shape shape) {
    return new Values(shape, new double[shape.elementCount()]);
  }

  static Values of(Tensor tensor) {
    Values values = zeros(tensor.shape());
    var buffer = tensor.buffer();
    for (int i = 0; i < values.data.length; i++) {
      values.data[i] = buffer.get(i);
    }
    return values;
  }

  Shape shape() {
    return shape;
  }

  /** The values themselves: who computes them writes here. */
  double[] data() {
    return data;
  }

  /** Where a row of a channel begins. */
  int rowStart(int item, int channel, int row) {
    return ((item * shape.channels() + channel) * shape.height() + row) * shape.width();
  }

  /** How many values one channel of one item has. */
  int plane() {
    return shape.height() * shape.width();
  }

  /** How far two neighbours along this axis are apart. */
  int step(Axis axis) {
    return switch (axis) {
      case BATCH -> shape.itemElementCount();
      case CHANNEL -> plane();
      case HEIGHT -> shape.width();
      case WIDTH -> 1;
    };
  }
}
