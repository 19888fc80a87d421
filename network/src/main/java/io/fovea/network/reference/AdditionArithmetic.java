package io.fovea.network.reference;

import io.fovea.network.Addition;
import io.fovea.tensor.Shape;
import java.util.List;

/** The sum value by value; an axis of length 1 stands still while the others run. */
final class AdditionArithmetic implements Arithmetic<Addition> {
  @Override
  public void compute(Addition layer, List<Values> inputs, Values output) {
    for (Values input : inputs) {
      add(input, output);
    }
  }

  private static void add(Values input, Values output) {
    Shape in = input.shape();
    Shape out = output.shape();
    int i = 0;
    for (int n = 0; n < out.batch(); n++) {
      for (int c = 0; c < out.channels(); c++) {
        for (int y = 0; y < out.height(); y++) {
          int row =
              input.rowStart(
                  in.batch() == 1 ? 0 : n, in.channels() == 1 ? 0 : c, in.height() == 1 ? 0 : y);
          for (int x = 0; x < out.width(); x++) {
            output.data()[i++] += input.data()[row + (in.width() == 1 ? 0 : x)];
          }
        }
      }
    }
  }
}
