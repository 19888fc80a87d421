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
            "%s: the number at %s (from 0) is %s; put a finite number there"
                .formatted(input, place(i, tensor.shape()), values.get(i)));
      }
    }
  }

  private static String place(int index, Shape shape) {
    int column = index % shape.width();
    int row = index / shape.width() % shape.height();
    int channel = index / shape.width() / shape.height() % shape.channels();
    String item = shape.batch() == 1 ? "" : "item %d, ".formatted(index / shape.itemElementCount());
    return "%schannel %d, row %d, column %d".formatted(item, channel, row, column);
  }
}
