package io.fovea.explain;

import io.fovea.network.Size;
import io.fovea.tensor.Shape;
import java.util.Locale;

/** Numbers as both languages write them. */
final class Numbers {
  private Numbers() {}

  /** {@code 1,728}. */
  static String text(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  /** {@code 0.5}, {@code 6}: no more digits than needed, of four. */
  static String text(double number) {
    return number == Math.rint(number)
        ? text((long) number)
        : String.valueOf((float) (Math.round(number * 10_000) / 10_000.0));
  }

  /** {@code 3 × 3}. */
  static String text(Size size) {
    return size.height() + " × " + size.width();
  }

  /** {@code 113 × 113}, rows and columns. */
  static String plane(Shape shape) {
    return shape.height() + " × " + shape.width();
  }
}
