package io.fovea.onnx;

import io.fovea.network.Axis;
import io.fovea.network.Concatenation;
import io.fovea.network.Layer;
import java.util.List;
import java.util.Set;

/** {@code Concat} along any axis. */
final class ConcatenationMapping implements LayerMapping, OperatorMapping {
  @Override
  public Class<? extends Layer> layer() {
    return Concatenation.class;
  }

  @Override
  public Set<String> operators() {
    return Set.of("Concat");
  }

  @Override
  public Value read(Node node, Layers layers) {
    List<Activation> inputs = node.activations();
    if (inputs.isEmpty()) {
      throw new OnnxException("has no input");
    }
    Activation first = inputs.get(0);
    if (!inputs.stream().allMatch(each -> each.axes().equals(first.axes()))) {
      throw new Unsupported("inputs of one number of dimensions");
    }
    int dimension = node.axis(node.attributes().integer("axis", 1), first.rank());
    Axis axis = first.axes().get(dimension);
    var layer =
        new Concatenation(node.name(), inputs.stream().map(Activation::layer).toList(), axis);
    return layers.add(layer, first.axes());
  }
}
