package io.fovea.explain;

import io.fovea.network.Window;
import io.fovea.network.Window2d;
import io.fovea.tensor.Shape;
import io.fovea.tensor.Tensor;
import java.util.Arrays;

/** The places of the input that a sliding window looks at for one row and column of its output. */
final class SeenWindow {
  private final Window2d window;
  private final int row;
  private final int column;
  private final Shape input;

  SeenWindow(Window2d window, Place place, Shape input) {
    this.window = window;
    this.row = window.vertical().start(place.row());
    this.column = window.horizontal().start(place.column());
    this.input = input;
  }

  /** What is done with a place in the input. */
  interface Visitor {
    /**
     * Visits one.
     *
     * @param index which value of the window it is, row by row
     */
    void visit(int index, int row, int column);
  }

  /** Visits the places that lie in the input, row by row. */
  void forEach(Visitor visitor) {
    int columns = window.horizontal().kernel();
    for (int down = 0; down < window.vertical().kernel(); down++) {
      int y = row + down * window.vertical().dilation();
      for (int right = 0; right < columns && y >= 0 && y < input.height(); right++) {
        int x = column + right * window.horizontal().dilation();
        if (x >= 0 && x < input.width()) {
          visitor.visit(down * columns + right, y, x);
        }
      }
    }
  }

  /** The values of a channel, 1 × 1 × rows × columns of the window, NaN outside of the input. */
  Tensor values(Tensor tensor, int channel) {
    var values = new float[window.vertical().kernel() * window.horizontal().kernel()];
    Arrays.fill(values, Float.NaN);
    forEach((index, y, x) -> values[index] = tensor.get(0, channel, y, x));
    return plane(values);
  }

  /** As many values as the window has, as 1 × 1 × rows × columns. */
  Tensor plane(float[] values) {
    return Tensor.wrap(
        Shape.of(1, 1, window.vertical().kernel(), window.horizontal().kernel()), values);
  }

  /** From the first row and column to the last, perhaps beyond the input. */
  Patch patch() {
    return new Patch(
        row,
        column,
        row + window.vertical().extent() - 1,
        column + window.horizontal().extent() - 1);
  }

  /** The whole input. */
  Patch input() {
    return new Patch(0, 0, input.height() - 1, input.width() - 1);
  }

  /** The whole input with its padding, beyond which a window may hang over. */
  Patch paddedInput() {
    Window down = window.vertical();
    Window along = window.horizontal();
    return new Patch(
        -down.before(),
        -along.before(),
        input.height() + down.after() - 1,
        input.width() + along.after() - 1);
  }

  /** How many of the window's places lie in a patch. */
  int countWithin(Patch patch) {
    return count(window.vertical(), row, patch.rows())
        * count(window.horizontal(), column, patch.columns());
  }

  private static int count(Window axis, int start, Span span) {
    int count = 0;
    for (int i = 0; i < axis.kernel(); i++) {
      int place = start + i * axis.dilation();
      count += place >= span.first() && place <= span.last() ? 1 : 0;
    }
    return count;
  }
}
