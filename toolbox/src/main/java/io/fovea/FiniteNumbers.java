package io.fovea;

import io.fovea.tensor.Shape;
import io.fovea.tensor.Tensor;
import java.nio.FloatBuffer;

/** Refuses NaN and ∞ before a network sees them: a ReLU makes a 0 of NaN, and nobody notices. */
final class FiniteNumbers {
  private FiniteNumbers() {}

  /**
   * @param input what the numbers are called where one is refused
   * @throws NetException if one isn't finite, with its place
   */
  static void check(String input, Tensor tensor) {
    FloatBuffer values = tensor.buffer();
    for (int i = 0; i < values.limit(); i++) {
      if (!Float.isFinite(values.get(i))) {
        throw new NetException(
            "%s: the number at %s is %s; put a finite number there"
                .formatted(input, place(i, tensor.shape()), values.get(i)));
      }
    }
  }

  /** From 1, as people count and MATLAB does; beside it from 0, as programs do. */
  private static String place(int index, Shape shape) {
    int column = index % shape.width();
    int row = index / shape.width() % shape.height();
    int channel = index / shape.width() / shape.height() % shape.channels();
    int item = index / shape.itemElementCount();
    String place =
        "channel %d, row %d, column %d (index %s%d, %d, %d)"
            .formatted(
                channel + 1,
                row + 1,
                column + 1,
                shape.batch() == 1 ? "" : item + ", ",
                channel,
                row,
                column);
    return shape.batch() == 1 ? place : "item %d, %s".formatted(item + 1, place);
  }
}
