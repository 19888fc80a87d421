package io.fovea.onnx;

import io.fovea.network.Layer;

/**
 * Says how one type of layer stands in an ONNX file.
 *
 * @param <L> the type of layer
 */
interface LayerMapping<L extends Layer> {
  /** The type of layer. */
  Class<L> layer();

  /** Writes a layer, whose inputs are written already. */
  void write(L layer, GraphWriter graph);

  /** Writes a layer of the type that this mapping is for. */
  default void writeOwn(Layer own, GraphWriter graph) {
    write(layer().cast(own), graph);
  }
}
