package io.fovea.onnx;

import io.fovea.network.Layer;
import io.fovea.network.Relu;
import java.util.Set;

/** {@code Relu}. */
final class ReluMapping implements LayerMapping, OperatorMapping {
  @Override
  public Class<? extends Layer> layer() {
    return Relu.class;
  }

  @Override
  public Set<String> operators() {
    return Set.of("Relu");
  }

  @Override
  public Value read(Node node, Layers layers) {
    Activation input = node.activation(0);
    return layers.add(new Relu(node.name(), input.layer()), input.axes());
  }
}
