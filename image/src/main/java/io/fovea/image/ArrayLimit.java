package io.fovea.image;

import io.fovea.tensor.Shape;

/** How many numbers an array may hold, and how many bytes a deflated file can hold at most. */
final class ArrayLimit {
  /** The most that deflate shrinks anything: 258 bytes into two bits, with what surrounds them. */
  private static final int DEFLATE_RATIO = 1032;

  private ArrayLimit() {}

  /** The number of values as an index, if an array can hold that many. */
  static int check(long count) {
    if (count > Shape.MAX_ELEMENTS) {
      throw new ImageException(
          "the array holds %,d numbers, more than the %,d that one may hold; split it"
              .formatted(count, Shape.MAX_ELEMENTS));
    }
    return (int) count;
  }

  /** How many bytes this many deflated bytes can become at most. */
  static long inflated(long bytes) {
    return Math.multiplyExact(Math.min(bytes, Long.MAX_VALUE / DEFLATE_RATIO), DEFLATE_RATIO);
  }
}
