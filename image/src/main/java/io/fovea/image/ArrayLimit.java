package io.fovea.image;

import io.fovea.tensor.Shape;

/**
 * How many numbers an array may hold: what a header claims is held against this before the numbers
 * are read.
 *
 * @param numbers the most that are read
 */
record ArrayLimit(long numbers) {
  /** The most that one array may hold at all. */
  static final long NUMBERS = Shape.MAX_ELEMENTS;

  /** The most that deflate shrinks anything: 258 bytes into two bits, with what surrounds them. */
  private static final int DEFLATE_RATIO = 1032;

  /**
   * The number of values as an index.
   *
   * @throws ImageException if they are too many
   */
  int check(long count) {
    if (count > numbers) {
      throw new ImageException(
          "the array holds %,d numbers, more than the %,d that are read; cut a part out of it first"
              .formatted(count, numbers));
    }
    return (int) count;
  }

  /** How many bytes this many deflated bytes can become at most. */
  static long inflated(long bytes) {
    return Math.multiplyExact(Math.min(bytes, Long.MAX_VALUE / DEFLATE_RATIO), DEFLATE_RATIO);
  }
}
