package io.fovea.onnx;

import io.fovea.network.Axis;
import io.fovea.network.Softmax;
import io.fovea.tensor.Shape;
import java.util.List;
import java.util.Set;

/**
 * {@code Softmax}. Before opset 13 it ran over all dimensions from its axis on together: the same
 * where only one of them is longer than 1.
 */
final class SoftmaxMapping implements LayerMapping<Softmax>, OperatorMapping {
  private static final long ALONG_ONE_AXIS = 13;

  @Override
  public Class<Softmax> layer() {
    return Softmax.class;
  }

  @Override
  public void write(Softmax layer, GraphWriter graph) {
    boolean needsPlane = layer.axis().ordinal() >= GraphWriter.ROW;
    graph.add(
        layer,
        "Softmax",
        needsPlane ? GraphWriter.PLANE : graph.rank(layer.input()),
        List.of(needsPlane ? graph.plane(layer.input()) : graph.value(layer.input())),
        List.of(WrittenAttributes.integer("axis", layer.axis().ordinal())));
  }

  @Override
  public Set<String> operators() {
    return Set.of("Softmax");
  }

  @Override
  public Value read(Node node, Layers layers) {
    Activation input = node.activation(0);
    boolean single = node.opset() >= ALONG_ONE_AXIS;
    int dimension = node.axis(node.attributes().integer("axis", single ? -1 : 1), input.rank());
    Axis axis = input.axes().get(dimension);
    if (!single && input.shape().isPresent()) {
      axis = onlyLong(input.axes().subList(dimension, input.rank()), input.shape().get());
    }
    return layers.add(new Softmax(node.name(), input.layer(), axis), input.axes());
  }

  /** The one of these axes that is longer than 1, or the first. */
  private static Axis onlyLong(List<Axis> axes, Shape shape) {
    List<Axis> longer = axes.stream().filter(axis -> axis.of(shape) > 1).toList();
    if (longer.size() > 1) {
      throw new Unsupported(
          "a softmax over one dimension (before opset 13 it runs over the last %d together)"
              .formatted(axes.size()));
    }
    return longer.isEmpty() ? axes.get(0) : longer.get(0);
  }
}
