package io.fovea.network.reference;

import io.fovea.network.AveragePooling2d;
import java.util.List;

/** The mean of each window's values; 0 where a window has none. */
final class AveragePoolingArithmetic implements Arithmetic<AveragePooling2d> {
  @Override
  public void compute(AveragePooling2d layer, List<Values> inputs, Values output) {
    Values in = inputs.get(0);
    var windows = new PoolingWindow(layer.window(in.shape()), in);
    windows.forEach(
        output,
        place -> {
          double sum = windows.fold(place, 0, (a, b) -> a + b);
          return sum / Math.max(1, windows.count(place, layer.countPadding()));
        });
  }
}
