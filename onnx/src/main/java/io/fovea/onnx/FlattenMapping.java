package io.fovea.onnx;

import io.fovea.network.Axis;
import io.fovea.network.Flatten;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * {@code Flatten}, and {@code Reshape} where it flattens each item, or only adds or takes away
 * dimensions of length 1 (which gives no layer).
 */
final class FlattenMapping implements LayerMapping<Flatten>, OperatorMapping {
  private static final List<Axis> FLAT = List.of(Axis.BATCH, Axis.CHANNEL);

  @Override
  public Class<Flatten> layer() {
    return Flatten.class;
  }

  @Override
  public void write(Flatten layer, GraphWriter graph) {
    graph.add(layer, "Flatten", GraphWriter.ROW, List.of(graph.value(layer.input())), List.of());
  }

  @Override
  public Set<String> operators() {
    return Set.of("Flatten", "Reshape");
  }

  @Override
  public Value read(Node node, Layers layers) {
    boolean flattens = node.operator().equals("Flatten");
    if (node.input(0).orElse(null) instanceof Constant constant) {
      List<Integer> from = constant.dimensions();
      return constant.withDimensions(flattens ? flattened(node, from) : target(node, from));
    }
    Activation input = node.activation(0);
    if (flattens && input.axes().indexOf(Axis.BATCH) == 0 && axis(node, input.rank()) == 0) {
      throw new Unsupported("a layer that makes one row of the whole batch (axis is 0)");
    }
    Optional<List<Integer>> from = input.dimensions();
    if (from.isEmpty()) {
      return layers.add(new Flatten(node.name(), input.layer()), FLAT);
    }
    List<Integer> to = flattens ? flattened(node, from.get()) : target(node, from.get());
    return Layout.reshaped(input.axes(), from.get(), to)
        .map(input::withAxes)
        .orElseGet(() -> flat(node, layers, input, to));
  }

  private static Activation flat(Node node, Layers layers, Activation input, List<Integer> to) {
    List<Integer> from = input.dimensions().orElseThrow();
    int item = input.shape().orElseThrow().itemElementCount();
    boolean batchFirst = input.axes().get(0) == Axis.BATCH;
    boolean sizeIsOpen = !layers.assumedSizes().isEmpty();
    if (!sizeIsOpen && product(from) != product(to)) {
      throw new OnnxException(
          "can't make %s of %s: that many values aren't there; export the file again"
              .formatted(to, from));
    }
    boolean fits = sizeIsOpen && to.size() == 2 && to.get(0).equals(from.get(0));
    Optional<List<Axis>> axes = Layout.reshaped(FLAT, List.of(from.get(0), item), to);
    if (!batchFirst || !Layout.inOrder(input.axes(), from) || (axes.isEmpty() && !fits)) {
      throw new Unsupported("a layer that rearranges values (from %s to %s)".formatted(from, to));
    }
    return layers.add(new Flatten(node.name(), input.layer()), axes.orElse(FLAT));
  }

  /** The first of the dimensions that become columns; one behind the last where none does. */
  private static int axis(Node node, int rank) {
    long given = node.attributes().integer("axis", 1);
    return given == rank ? rank : node.axis(given, rank);
  }

  private static List<Integer> flattened(Node node, List<Integer> from) {
    int axis = axis(node, from.size());
    return List.of(product(from.subList(0, axis)), product(from.subList(axis, from.size())));
  }

  /** What a {@code Reshape} asks for, with its 0 (as before) and −1 (the rest) worked out. */
  private static List<Integer> target(Node node, List<Integer> from) {
    List<Long> asked =
        node.integers("shape", 1).orElseThrow(() -> new OnnxException("has no shape"));
    boolean zeroCopies = !node.attributes().flag("allowzero", false);
    var target = new ArrayList<Integer>();
    int rest = -1;
    for (int i = 0; i < asked.size(); i++) {
      long length = asked.get(i);
      if (length == -1 && rest < 0) {
        rest = i;
        target.add(1);
      } else if (length == 0 && zeroCopies && i < from.size()) {
        target.add(from.get(i));
      } else if (length >= 0 && length <= Integer.MAX_VALUE) {
        target.add((int) length);
      } else {
        throw new OnnxException("can't have the shape " + asked);
      }
    }
    if (rest >= 0) {
      target.set(rest, Math.max(1, product(from) / Math.max(1, product(target))));
    }
    return target;
  }

  private static int product(List<Integer> lengths) {
    long product = 1;
    for (int length : lengths) {
      product *= length;
      if (product > Integer.MAX_VALUE) {
        throw new OnnxException("has more values than one tensor may hold: " + lengths);
      }
    }
    return (int) product;
  }
}
