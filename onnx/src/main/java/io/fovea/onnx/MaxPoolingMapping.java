package io.fovea.onnx;

import io.fovea.network.MaxPooling2d;
import java.util.List;
import java.util.Set;

/** {@code MaxPool}, without the places of the maxima. */
final class MaxPoolingMapping implements LayerMapping<MaxPooling2d>, OperatorMapping {
  @Override
  public Class<MaxPooling2d> layer() {
    return MaxPooling2d.class;
  }

  @Override
  public void write(MaxPooling2d layer, GraphWriter graph) {
    var attributes = WrittenAttributes.window(layer.kernel(), layer.stride(), layer.padding());
    attributes.add(WrittenAttributes.dilations(layer.dilation()));
    attributes.add(WrittenAttributes.flag("ceil_mode", layer.ceilMode()));
    graph.add(layer, "MaxPool", GraphWriter.PLANE, List.of(graph.plane(layer.input())), attributes);
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
