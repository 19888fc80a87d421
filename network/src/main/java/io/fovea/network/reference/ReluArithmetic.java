package io.fovea.network.reference;

import io.fovea.network.Relu;
import java.util.List;

/** max(0, x). */
final class ReluArithmetic implements Arithmetic<Relu> {
  @Override
  public void compute(Relu layer, List<Values> inputs, Values output) {
    double[] in = inputs.get(0).data();
    for (int i = 0; i < in.length; i++) {
      output.data()[i] = Math.max(0, in[i]);
    }
  }
}
