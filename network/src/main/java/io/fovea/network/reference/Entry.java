package io.fovea.network.reference;

import io.fovea.network.Layer;
import java.util.List;

/** A line of the table: a type of layer and its arithmetic. */
record Entry<L extends Layer>(Class<L> type, Arithmetic<L> arithmetic) {
  void compute(Layer layer, List<Values> inputs, Values output) {
    arithmetic.compute(type.cast(layer), inputs, output);
  }
}
