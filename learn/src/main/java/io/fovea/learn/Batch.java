package io.fovea.learn;

import io.fovea.tensor.Tensor;

/**
 * Some pictures of a datastore as a network is fed with them.
 *
 * @param input N × channels × height × width
 * @param labels for each picture the number of its class in the datastore's classes
 * @param items for each picture the number of its file in the datastore's files
 */
public record Batch(Tensor input, int[] labels, int[] items) {
  /** How many pictures. */
  public int size() {
    return labels.length;
  }
}
