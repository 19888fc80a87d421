package io.fovea.image;

/** A way of weighing the old samples along an axis when a picture is resized. */
@FunctionalInterface
interface Kernel {
  /**
   * The weights of some of the new samples.
   *
   * @param oldLength samples of the whole old axis
   * @param newLength samples of the whole new axis
   * @param start the first new sample that is wanted
   * @param count how many are wanted
   */
  Taps taps(int oldLength, int newLength, int start, int count);
}
