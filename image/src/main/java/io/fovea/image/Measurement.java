package io.fovea.image;

import java.util.List;

/**
 * A simulated measurement, 128 × 160, in units of the higher peak: two Gaussian peaks, a ridge
 * aslant, a ripple of a sine wave, and noise.
 */
final class Measurement {
  static final int ROWS = 128;
  static final int COLUMNS = 160;

  private static final double RIPPLE_LENGTH = 16;

  private Measurement() {}

  static NumericArray array() {
    var values = new float[ROWS * COLUMNS];
    for (int row = 0, at = 0; row < ROWS; row++) {
      for (int column = 0; column < COLUMNS; column++) {
        values[at++] = (float) value(row, column);
      }
    }
    return NumericArray.wrap(List.of(ROWS, COLUMNS), values);
  }

  /** StrictMath, because Math may differ in the last bit from one JDK to another. */
  private static double value(int row, int column) {
    double peaks = peak(row - 40, column - 48, 11) + 0.6 * peak(row - 52, column - 116, 17);
    double fromRidge = (row + 0.2 * column - 122) / 5;
    double ridge = 0.35 * StrictMath.exp(-0.5 * fromRidge * fromRidge);
    double ripple = 0.06 * StrictMath.sin(2 * StrictMath.PI * column / RIPPLE_LENGTH);
    double noise = 0.05 * (Grain.at(column, row, 11) + Grain.at(column, row, 12) - 1);
    return peaks + ridge + ripple + noise;
  }

  private static double peak(double rows, double columns, double width) {
    return StrictMath.exp(-0.5 * (rows * rows + columns * columns) / (width * width));
  }
}
