package io.fovea.network.reference;

import io.fovea.network.MaxPooling2d;
import java.util.List;

/** The greatest input value in each window; −∞ where a window lies in padding alone. */
final class MaxPoolingArithmetic implements Arithmetic<MaxPooling2d> {
  @Override
  public void compute(MaxPooling2d layer, List<Values> inputs, Values output) {
    Values in = inputs.get(0);
    var windows = new PoolingWindow(layer.window(in.shape()), in);
    windows.forEach(
        output, place -> windows.fold(place, Double.NEGATIVE_INFINITY, (a, b) -> Math.max(a, b)));
  }
}
