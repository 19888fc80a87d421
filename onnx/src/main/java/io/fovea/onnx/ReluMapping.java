package io.fovea.onnx;

import io.fovea.network.Relu;
import java.util.List;
import java.util.Set;

/** {@code Relu}. */
final class ReluMapping implements LayerMapping<Relu>, OperatorMapping {
  @Override
  public Class<Relu> layer() {
    return Relu.class;
  }

  @Override
  public void write(Relu layer, GraphWriter graph) {
    graph.add(
        layer, "Relu", graph.rank(layer.input()), List.of(graph.value(layer.input())), List.of());
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
