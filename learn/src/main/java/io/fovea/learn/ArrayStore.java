package io.fovea.learn;

import io.fovea.tensor.Shape;
import io.fovea.tensor.Tensor;

/** The items of one tensor. */
record ArrayStore(Tensor items) implements ItemStore {
  @Override
  public int count() {
    return items.shape().batch();
  }

  @Override
  public Shape shape() {
    return items.shape().withBatch(1);
  }

  @Override
  public void read(int item, float[] target, int offset) {
    int size = shape().elementCount();
    items.buffer().position(item * size).get(target, offset, size);
  }

  @Override
  public void close() {
    // Memory of Java's own.
  }
}
