package io.fovea.network.reference;

import io.fovea.network.GlobalAveragePooling2d;
import java.util.List;

/** The mean of each channel. */
final class GlobalAveragePoolingArithmetic implements Arithmetic<GlobalAveragePooling2d> {
  @Override
  public void compute(GlobalAveragePooling2d layer, List<Values> inputs, Values output) {
    Values in = inputs.get(0);
    for (int i = 0; i < output.data().length; i++) {
      double sum = 0;
      for (int j = 0; j < in.plane(); j++) {
        sum += in.data()[i * in.plane() + j];
      }
      output.data()[i] = sum / in.plane();
    }
  }
}
