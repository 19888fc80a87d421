package io.fovea.onnx;

import io.fovea.network.Axis;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** {@code Squeeze} and {@code Unsqueeze}: dimensions of length 1 come and go, nothing moves. */
final class SqueezeOperators implements OperatorMapping {
  @Override
  public Set<String> operators() {
    return Set.of("Squeeze", "Unsqueeze");
  }

  @Override
  public Value read(Node node, Layers layers) {
    List<Long> axes = node.integers("axes", 1).orElse(List.of());
    boolean squeezes = node.operator().equals("Squeeze");
    if (node.input(0).orElse(null) instanceof Constant constant) {
      List<Integer> from = constant.dimensions();
      return constant.withDimensions(
          squeezes ? squeezed(from, squeezedAt(node, axes, from)) : unsqueezed(node, axes, from));
    }
    Activation input = node.activation(0);
    if (squeezes) {
      return input.withAxes(Layout.squeezed(input.axes(), squeezedAt(node, axes, input)));
    }
    return Layout.unsqueezed(input.axes(), places(node, axes, input.rank()))
        .map(input::withAxes)
        .orElseThrow(() -> new Unsupported("at most 4 dimensions"));
  }

  private static Set<Integer> squeezedAt(Node node, List<Long> axes, Activation input) {
    List<Integer> lengths =
        input.dimensions().orElseThrow(() -> new Unsupported("an input whose size is known"));
    var places = squeezedAt(node, axes, lengths);
    if (axes.isEmpty() && input.axes().get(0) == Axis.BATCH) {
      places.remove(0);
    }
    return places;
  }

  private static Set<Integer> squeezedAt(Node node, List<Long> axes, List<Integer> lengths) {
    var places = new TreeSet<Integer>();
    for (long axis : axes) {
      int place = node.axis(axis, lengths.size());
      if (lengths.get(place) != 1) {
        throw new OnnxException(
            "takes dimension %d away, but it is %d long and not 1"
                .formatted(place, lengths.get(place)));
      }
      places.add(place);
    }
    for (int i = 0; i < lengths.size() && axes.isEmpty(); i++) {
      if (lengths.get(i) == 1) {
        places.add(i);
      }
    }
    return places;
  }

  private static List<Integer> squeezed(List<Integer> from, Set<Integer> places) {
    var left = new ArrayList<Integer>();
    for (int i = 0; i < from.size(); i++) {
      if (!places.contains(i)) {
        left.add(from.get(i));
      }
    }
    return left;
  }

  private static List<Integer> unsqueezed(Node node, List<Long> axes, List<Integer> from) {
    var lengths = new ArrayList<>(from);
    places(node, axes, from.size()).forEach(place -> lengths.add(place, 1));
    return lengths;
  }

  /** The places of the new dimensions in the result, in order. */
  private static Set<Integer> places(Node node, List<Long> axes, int rank) {
    var places = new TreeSet<Integer>();
    axes.forEach(axis -> places.add(node.axis(axis, rank + axes.size())));
    if (places.size() < axes.size()) {
      throw new OnnxException("adds one dimension twice: " + axes);
    }
    return places;
  }
}
