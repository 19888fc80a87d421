package io.fovea.learn;

import io.fovea.network.Size;
import java.util.Optional;

/**
 * In which order, and how, the items of an epoch are given.
 *
 * @param epoch which epoch, from 0; what is random is random anew in each
 * @param first the batch to begin with, from 0
 * @param batch items of a batch, at least 1
 * @param shuffled whether the order is random; a last batch that isn't whole is left out then
 * @param seed of the order and of augmentation
 * @param size rows and columns of pictures; none for the data's own
 */
public record Order(
    int epoch, int first, int batch, boolean shuffled, long seed, Optional<Size> size) {
  /**
   * Checks the numbers.
   *
   * @throws TrainingException if one is too small
   */
  public Order {
    Checks.atLeast("the epoch", epoch, 0);
    Checks.atLeast("the first batch", first, 0);
    Checks.atLeast("the items of a batch", batch, 1);
  }

  /** All items in their own order, in batches of so many. */
  public static Order plain(int batch) {
    return new Order(0, 0, batch, false, 0, Optional.empty());
  }

  /** The same with pictures of another size; none for the data's own. */
  public Order withSize(Optional<Size> newSize) {
    return new Order(epoch, first, batch, shuffled, seed, newSize);
  }

  /** The same in epochs of so many items. */
  EpochOrder of(int items) {
    return EpochOrder.of(items, batch, epoch, seed, shuffled);
  }
}
