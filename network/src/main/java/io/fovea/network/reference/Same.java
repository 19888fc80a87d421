package io.fovea.network.reference;

import io.fovea.network.Layer;
import java.util.List;

/** Passes its one input's values on, as they are and in their order. */
final class Same<L extends Layer> implements Arithmetic<L> {
  @Override
  public void compute(L layer, List<Values> inputs, Values output) {
    double[] in = inputs.get(0).data();
    System.arraycopy(in, 0, output.data(), 0, in.length);
  }
}
