package io.fovea.learn;

import java.util.SplittableRandom;

/** Draws orders. */
final class Permutation {
  private Permutation() {}

  /** The numbers from 0 to {@code count} − 1 in a random order (Fisher and Yates). */
  static int[] of(int count, SplittableRandom random) {
    int[] order = inOrder(count);
    for (int last = count - 1; last > 0; last--) {
      int chosen = random.nextInt(last + 1);
      int number = order[chosen];
      order[chosen] = order[last];
      order[last] = number;
    }
    return order;
  }

  /** The numbers from 0 to {@code count} − 1. */
  static int[] inOrder(int count) {
    var order = new int[count];
    for (int place = 0; place < count; place++) {
      order[place] = place;
    }
    return order;
  }
}
