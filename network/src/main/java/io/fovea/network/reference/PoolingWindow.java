package io.fovea.network.reference;

import io.fovea.network.Window2d;
import java.util.function.DoubleBinaryOperator;

/** Visits the windows of a pooling layer over one channel after the other. */
final class PoolingWindow {
  private final Window2d window;
  private final Values input;

  PoolingWindow(Window2d window, Values input) {
    this.window = window;
    this.input = input;
  }

  /**
   * Where one window lies: its item, its channel, and its first row and column, perhaps negative.
   */
  record Place(int item, int channel, int row, int column) {}

  /** What becomes of one window. */
  interface Result {
    double at(Place place);
  }

  /** Writes one value for each window. */
  void forEach(Values output, Result result) {
    int i = 0;
    for (int item = 0; item < output.shape().batch(); item++) {
      for (int channel = 0; channel < output.shape().channels(); channel++) {
        for (int y = 0; y < output.shape().height(); y++) {
          for (int x = 0; x < output.shape().width(); x++) {
            int row = window.vertical().start(y);
            int column = window.horizontal().start(x);
            output.data()[i++] = result.at(new Place(item, channel, row, column));
          }
        }
      }
    }
  }

  /** Folds the input's values in the window; padding and what hangs over take no part. */
  double fold(Place place, double start, DoubleBinaryOperator operator) {
    double result = start;
    for (int down = 0; down < window.vertical().kernel(); down++) {
      int row = place.row() + down * window.vertical().dilation();
      if (row < 0 || row >= input.shape().height()) {
        continue;
      }
      int inRow = input.rowStart(place.item(), place.channel(), row);
      for (int right = 0; right < window.horizontal().kernel(); right++) {
        int column = place.column() + right * window.horizontal().dilation();
        if (column >= 0 && column < input.shape().width()) {
          result = operator.applyAsDouble(result, input.data()[inRow + column]);
        }
      }
    }
    return result;
  }

  /** How many of the window's values lie in the input, or in the input and its padding. */
  int count(Place place, boolean padding) {
    var rows = window.vertical();
    var columns = window.horizontal();
    int top = padding ? rows.before() : 0;
    int bottom = padding ? rows.after() : 0;
    int left = padding ? columns.before() : 0;
    int right = padding ? columns.after() : 0;
    int rowCount = 0;
    for (int down = 0; down < rows.kernel(); down++) {
      int row = place.row() + down * rows.dilation();
      rowCount += row >= -top && row < input.shape().height() + bottom ? 1 : 0;
    }
    int columnCount = 0;
    for (int across = 0; across < columns.kernel(); across++) {
      int column = place.column() + across * columns.dilation();
      columnCount += column >= -left && column < input.shape().width() + right ? 1 : 0;
    }
    return rowCount * columnCount;
  }
}
