package io.fovea.onnx;

import io.fovea.network.AveragePooling2d;
import io.fovea.network.Dilation;
import java.util.List;
import java.util.Set;

/** {@code AveragePool}; zeros that a {@code Pad} puts before it count in the divisor. */
final class AveragePoolingMapping implements LayerMapping<AveragePooling2d>, OperatorMapping {
  private static final long DILATES = 19;

  @Override
  public Class<AveragePooling2d> layer() {
    return AveragePooling2d.class;
  }

  @Override
  public void write(AveragePooling2d layer, GraphWriter graph) {
    var attributes = WrittenAttributes.window(layer.kernel(), layer.stride(), layer.padding());
    if (!layer.dilation().equals(Dilation.ONE)) {
      attributes.add(WrittenAttributes.dilations(layer.dilation()));
      graph.needOpset(DILATES);
    }
    attributes.add(WrittenAttributes.flag("ceil_mode", layer.ceilMode()));
    attributes.add(WrittenAttributes.flag("count_include_pad", layer.countPadding()));
    graph.add(
        layer, "AveragePool", GraphWriter.PLANE, List.of(graph.plane(layer.input())), attributes);
  }

  @Override
  public Set<String> operators() {
    return Set.of("AveragePool");
  }

  @Override
  public Value read(Node node, Layers layers) {
    Activation input = node.padded(0);
    PoolingWindow window = PoolingWindow.of(node, input);
    var layer =
        new AveragePooling2d(
            node.name(),
            input.layer(),
            window.size(),
            window.stride(),
            window.padding(),
            window.dilation(),
            window.ceilMode(),
            countsPadding(node, input, window));
    return layers.add(layer, input.axes());
  }

  private static boolean countsPadding(Node node, Activation input, PoolingWindow window) {
    boolean counts = node.attributes().flag("count_include_pad", false);
    if (counts || input.pad().isEmpty()) {
      return counts;
    }
    if (!window.padding().equals(input.pad().get())) {
      throw new Unsupported(
          "a layer that pads its input (a Pad stands before padding that doesn't count)");
    }
    return true;
  }
}
