package io.fovea.image;

/**
 * Along one axis: which old samples each new one is made of, and by what weights. The old ones of a
 * new sample lie side by side.
 *
 * @param first for each new sample its first old one
 * @param weights for each new sample the weights of the old ones from the first on
 */
record Taps(int[] first, double[][] weights) {
  /** How many new samples. */
  int count() {
    return first.length;
  }

  /** The first old sample that any new one needs. */
  int start() {
    int start = first[0];
    for (int place : first) {
      start = Math.min(start, place);
    }
    return start;
  }

  /** The place behind the last old sample that any new one needs. */
  int end() {
    int end = 0;
    for (int index = 0; index < first.length; index++) {
      end = Math.max(end, first[index] + weights[index].length);
    }
    return end;
  }

  /** The same for an axis whose first {@code start} old samples were left away. */
  Taps from(int start) {
    var moved = new int[first.length];
    for (int index = 0; index < moved.length; index++) {
      moved[index] = first[index] - start;
    }
    return new Taps(moved, weights);
  }
}
