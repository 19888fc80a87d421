package io.fovea.app.server;

import java.util.List;
import java.util.function.ToDoubleFunction;

/** Finds that of several of which something is greatest. */
final class Greatest {
  private Greatest() {}

  /**
   * Its place among them: the first of equals. NaN is greater than nothing.
   *
   * @return 0 where there is none
   */
  static <T> int of(List<T> all, ToDoubleFunction<T> measure) {
    int found = 0;
    double most = Double.NEGATIVE_INFINITY;
    for (int place = 0; place < all.size(); place++) {
      double value = measure.applyAsDouble(all.get(place));
      if (value > most) {
        found = place;
        most = value;
      }
    }
    return found;
  }
}
