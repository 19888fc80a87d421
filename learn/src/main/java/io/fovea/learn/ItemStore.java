package io.fovea.learn;

import io.fovea.tensor.Shape;

/** Arrays of one shape, to be read in any order. */
interface ItemStore extends AutoCloseable {
  /** How many. */
  int count();

  /** The shape of one, batch 1. */
  Shape shape();

  /** Copies one into an array from an offset on. */
  void read(int item, float[] target, int offset);

  @Override
  void close();
}
