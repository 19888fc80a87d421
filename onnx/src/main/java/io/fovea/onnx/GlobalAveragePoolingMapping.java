package io.fovea.onnx;

import io.fovea.network.Axis;
import io.fovea.network.GlobalAveragePooling2d;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** {@code GlobalAveragePool}, and {@code ReduceMean} over rows and columns. */
final class GlobalAveragePoolingMapping
    implements LayerMapping<GlobalAveragePooling2d>, OperatorMapping {
  @Override
  public Class<GlobalAveragePooling2d> layer() {
    return GlobalAveragePooling2d.class;
  }

  @Override
  public void write(GlobalAveragePooling2d layer, GraphWriter graph) {
    graph.add(
        layer,
        "GlobalAveragePool",
        GraphWriter.PLANE,
        List.of(graph.plane(layer.input())),
        List.of());
  }

  @Override
  public Set<String> operators() {
    return Set.of("GlobalAveragePool", "ReduceMean");
  }

  @Override
  public Value read(Node node, Layers layers) {
    Activation input = node.activation(0);
    var layer = new GlobalAveragePooling2d(node.name(), input.layer());
    if (node.operator().equals("GlobalAveragePool")) {
      Spatial.of(node, input);
      return layers.add(layer, input.axes());
    }
    Set<Integer> reduced = reduced(node, input);
    boolean keeps = node.attributes().flag("keepdims", true);
    return layers.add(layer, keeps ? input.axes() : Layout.squeezed(input.axes(), reduced));
  }

  /** The dimensions that a {@code ReduceMean} takes the mean of, if they are rows and columns. */
  private static Set<Integer> reduced(Node node, Activation input) {
    List<Long> given = node.integers("axes", 1).orElse(List.of());
    var reduced = new HashSet<Integer>();
    var axes = EnumSet.noneOf(Axis.class);
    for (long each : given) {
      int dimension = node.axis(each, input.rank());
      reduced.add(dimension);
      axes.add(input.axes().get(dimension));
    }
    boolean onlySpatial = !axes.contains(Axis.BATCH) && !axes.contains(Axis.CHANNEL);
    boolean allSpatial =
        EnumSet.of(Axis.HEIGHT, Axis.WIDTH).stream()
            .filter(input.axes()::contains)
            .allMatch(axes::contains);
    if (axes.isEmpty() || !onlySpatial || !allSpatial) {
      throw new Unsupported(
          "a mean over rows and columns, or a layer for means over "
              + (given.isEmpty() ? "all dimensions" : "dimensions " + given));
    }
    return reduced;
  }
}
