package io.fovea.learn;

import java.util.SplittableRandom;

/**
 * Which pictures an epoch's batches are made of.
 *
 * @param items the datastore's numbers in the order read
 * @param batch pictures of a whole batch
 * @param batches how many batches
 */
record EpochOrder(int[] items, int batch, int batches, int epoch, long seed, boolean shuffled) {
  /** What tells a replacement's generator from the picture's own. */
  private static final long REPLACEMENT = 1;

  private static final long ORDER = -1;

  static EpochOrder of(int count, int batch, int epoch, long seed, boolean shuffled) {
    int[] items =
        shuffled
            ? Permutation.of(count, Seeds.random(seed, epoch, ORDER))
            : Permutation.inOrder(count);
    return new EpochOrder(items, batch, batches(count, batch, shuffled), epoch, seed, shuffled);
  }

  /** Whole batches only of what is shuffled, unless there is none. */
  static int batches(int count, int batch, boolean shuffled) {
    return shuffled ? Math.max(1, count / batch) : (count + batch - 1) / batch;
  }

  /** How many pictures the batch is of. */
  int size(int number) {
    return Math.min(batch, items.length - number * batch);
  }

  /** How many pictures all batches have. */
  int end() {
    return Math.min(items.length, batches * batch);
  }

  /** What a picture's augmentation in this epoch is drawn from. */
  SplittableRandom random(int item) {
    return Seeds.random(seed, epoch, item);
  }

  /** The picture that stands in for a broken one, after so many that were broken too. */
  int replacement(int item, int attempt) {
    int start = Seeds.random(seed, epoch, item, REPLACEMENT).nextInt(items.length);
    return (start + attempt) % items.length;
  }
}
