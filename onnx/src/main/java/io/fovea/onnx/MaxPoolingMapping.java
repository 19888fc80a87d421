package io.fovea.onnx;

import io.fovea.network.Layer;
import io.fovea.network.MaxPooling2d;
import java.util.Set;

/** {@code MaxPool}, without the places of the maxima. */
final class MaxPoolingMapping implements LayerMapping, OperatorMapping {
  @Override
  public Class<? extends Layer> layer() {
    return MaxPooling2d.class;
  }

  @Override
  public Set<String> operators() {
    return Set.of("MaxPool");
  }

  @Override
  public Value read(Node node, Layers layers) {
    Activation input = node.activation(0);
    PoolingWindow window = PoolingWindow.of(node, input);
    var layer =
        new MaxPooling2d(
            node.name(),
            input.layer(),
            window.size(),
            window.stride(),
            window.padding(),
            window.dilation(),
            window.ceilMode());
    return layers.add(layer, input.axes());
  }
}
