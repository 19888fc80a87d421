package io.fovea.network.reference;

import io.fovea.network.Layer;
import java.util.List;

/** What one type of layer computes. */
interface Arithmetic<L extends Layer> {
  /**
   * Writes the layer's activation.
   *
   * @param inputs what it takes, in order, of shapes that fit
   * @param output zeros of the layer's output shape
   */
  void compute(L layer, List<Values> inputs, Values output);
}
