package io.fovea.onnx;

import io.fovea.network.Axis;
import io.fovea.network.Concatenation;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** {@code Concat} along any axis. */
final class ConcatenationMapping implements LayerMapping<Concatenation>, OperatorMapping {
  private static final int LONGEST_SHAPE = 1024;

  @Override
  public Class<Concatenation> layer() {
    return Concatenation.class;
  }

  @Override
  public void write(Concatenation layer, GraphWriter graph) {
    boolean rows =
        layer.axis().ordinal() < GraphWriter.ROW
            && layer.inputs().stream().allMatch(input -> graph.rank(input) == GraphWriter.ROW);
    graph.add(
        layer,
        "Concat",
        rows ? GraphWriter.ROW : GraphWriter.PLANE,
        layer.inputs().stream().map(rows ? graph::row : graph::plane).toList(),
        List.of(WrittenAttributes.integer("axis", layer.axis().ordinal())));
  }

  @Override
  public Set<String> operators() {
    return Set.of("Concat");
  }

  @Override
  public Value read(Node node, Layers layers) {
    if (node.input(0).orElse(null) instanceof Constant) {
      return joined(node);
    }
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

  /** Lists of whole numbers, which are shapes. */
  private static Constant joined(Node node) {
    var all = new ArrayList<Long>();
    for (int i = 0; i < node.inputCount(); i++) {
      Constant list = node.constant(i, "part of a shape");
      if (list.rank() != 1) {
        throw new Unsupported(
            "the activation of a layer, not a constant (%s)".formatted(list.name()));
      }
      all.addAll(list.longs());
      if (all.size() > LONGEST_SHAPE) {
        throw new OnnxException("joins more than %,d numbers".formatted(LONGEST_SHAPE));
      }
    }
    return Constant.ofLongs(node.output(), all);
  }
}
