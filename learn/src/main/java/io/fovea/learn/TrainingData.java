package io.fovea.learn;

import io.fovea.tensor.Tensor;

/**
 * What a network learns from or is judged by: items with their classes, given in batches. One
 * thread at a time asks for batches.
 */
public interface TrainingData {
  /** How many items there are. */
  int items();

  /** Whether an item looks different each time (random augmentation). */
  boolean isRandom();

  /**
   * What the data is, for a checkpoint to recognize it by: number of items, augmentation. Two that
   * give the same batches have the same text.
   */
  String description();

  /** The batches of an epoch; the same order gives the same batches. */
  Batches batches(Order order);

  /** Lets go of what is kept only to be faster the next time. */
  default void release() {}

  /**
   * Items kept in memory.
   *
   * @param items N × C × H × W
   * @param labels the index of each item's class, from 0
   * @throws TrainingException if there aren't as many labels as items
   */
  static TrainingData of(Tensor items, int... labels) {
    return new StoredData(new ArrayStore(items), labels);
  }
}
