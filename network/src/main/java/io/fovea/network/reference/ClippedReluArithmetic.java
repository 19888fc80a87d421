package io.fovea.network.reference;

import io.fovea.network.ClippedRelu;
import java.util.List;

/** min(ceiling, max(0, x)). */
final class ClippedReluArithmetic implements Arithmetic<ClippedRelu> {
  @Override
  public void compute(ClippedRelu layer, List<Values> inputs, Values output) {
    double[] in = inputs.get(0).data();
    for (int i = 0; i < in.length; i++) {
      output.data()[i] = Math.min(layer.ceiling(), Math.max(0, in[i]));
    }
  }
}
