package io.fovea.network;

import io.fovea.tensor.Shape;

/** One of the four axes of a tensor, in memory's order. */
public enum Axis {
  /** Items of the batch. */
  BATCH,
  /** Channels: the depth. */
  CHANNEL,
  /** Rows. */
  HEIGHT,
  /** Columns. */
  WIDTH;

  /** The length of this axis in such a shape. */
  public int of(Shape shape) {
    return switch (this) {
      case BATCH -> shape.batch();
      case CHANNEL -> shape.channels();
      case HEIGHT -> shape.height();
      case WIDTH -> shape.width();
    };
  }

  /** The same shape with another length along this axis. */
  public Shape with(Shape shape, int length) {
    return new Shape(
        this == BATCH ? length : shape.batch(),
        this == CHANNEL ? length : shape.channels(),
        this == HEIGHT ? length : shape.height(),
        this == WIDTH ? length : shape.width());
  }
}
