package io.fovea.onnx;

import io.fovea.network.Addition;
import io.fovea.network.Convolution2d;
import io.fovea.network.FullyConnected;
import io.fovea.network.Layer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * {@code Add} and {@code Sum}. A constant added to a convolution or a fully connected layer without
 * a bias becomes its bias.
 */
final class AdditionMapping implements LayerMapping<Addition>, OperatorMapping {
  private static final long BROADCASTS_BY_ITSELF = 7;

  @Override
  public Class<Addition> layer() {
    return Addition.class;
  }

  @Override
  public void write(Addition layer, GraphWriter graph) {
    boolean rows = layer.inputs().stream().allMatch(input -> graph.rank(input) == GraphWriter.ROW);
    graph.add(
        layer,
        layer.inputs().size() == 2 ? "Add" : "Sum",
        rows ? GraphWriter.ROW : GraphWriter.PLANE,
        layer.inputs().stream().map(rows ? graph::row : graph::plane).toList(),
        List.of());
  }

  @Override
  public Set<String> operators() {
    return Set.of("Add", "Sum");
  }

  @Override
  public Value read(Node node, Layers layers) {
    for (int i = 0; i < 2 && node.inputCount() == 2; i++) {
      if (node.input(i).orElse(null) instanceof Constant constant) {
        return withBias(node, layers, node.activation(1 - i), aligned(node, constant, 1 - i));
      }
    }
    List<Activation> inputs = node.activations();
    Activation first = inputs.get(0);
    if (inputs.size() == 1) {
      return first;
    }
    if (!inputs.stream().allMatch(each -> each.axes().equals(first.axes()))) {
      throw new Unsupported("inputs of one number of dimensions");
    }
    var layer = new Addition(node.name(), inputs.stream().map(Activation::layer).toList());
    return layers.add(layer, first.axes());
  }

  /** Before opset 7 a constant's dimensions began at an axis, not at the end. */
  private static Constant aligned(Node node, Constant constant, int other) {
    if (node.opset() >= BROADCASTS_BY_ITSELF || !node.attributes().has("axis")) {
      return constant;
    }
    int rank = node.activation(other).rank();
    int behind = rank - node.axis(node.attributes().integer("axis", 0), rank) - constant.rank();
    var dimensions = new ArrayList<>(constant.dimensions());
    dimensions.addAll(Collections.nCopies(Math.max(0, behind), 1));
    return constant.withDimensions(dimensions);
  }

  private static Value withBias(Node node, Layers layers, Activation input, Constant constant) {
    if (!input.shared()) {
      Optional<Layer> layer =
          layers.find(input.layer()).flatMap(each -> biased(each, input, constant));
      if (layer.isPresent()) {
        layers.replace(layer.get());
        return input;
      }
    }
    throw new Unsupported(
        "a layer that adds constants (%s is %s)".formatted(constant.name(), constant.sizeText()));
  }

  private static Optional<Layer> biased(Layer layer, Activation input, Constant constant) {
    if (layer instanceof Convolution2d convolution && convolution.bias().isEmpty()) {
      return Bias.of(constant, input.axes(), convolution.filters())
          .map(
              bias ->
                  new Convolution2d(
                      convolution.name(),
                      convolution.input(),
                      convolution.stride(),
                      convolution.padding(),
                      convolution.dilation(),
                      convolution.groups(),
                      convolution.weights(),
                      Optional.of(bias)));
    }
    if (layer instanceof FullyConnected full && full.bias().isEmpty()) {
      return Bias.of(constant, input.axes(), full.outputs())
          .map(bias -> FullyConnected.of(full.name(), full.input(), full.weights(), bias));
    }
    return Optional.empty();
  }
}
