package io.fovea.onnx;

import io.fovea.network.Layer;

/** Says how one type of layer stands in an ONNX file. */
interface LayerMapping {
  /** The type of layer. */
  Class<? extends Layer> layer();
}
