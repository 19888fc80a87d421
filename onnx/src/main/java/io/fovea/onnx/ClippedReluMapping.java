package io.fovea.onnx;

import io.fovea.network.ClippedRelu;
import io.fovea.network.Relu;
import java.util.List;
import java.util.Set;

/**
 * {@code Clip} from 0 to a ceiling; from 0 without one it is a {@code Relu}, and without any end it
 * is nothing.
 */
final class ClippedReluMapping implements LayerMapping<ClippedRelu>, OperatorMapping {
  @Override
  public Class<ClippedRelu> layer() {
    return ClippedRelu.class;
  }

  @Override
  public void write(ClippedRelu layer, GraphWriter graph) {
    graph.add(
        layer,
        "Clip",
        graph.rank(layer.input()),
        List.of(
            graph.value(layer.input()),
            graph.number(layer, "Floor", 0),
            graph.number(layer, "Ceiling", layer.ceiling())),
        List.of());
  }

  @Override
  public Set<String> operators() {
    return Set.of("Clip");
  }

  @Override
  public Value read(Node node, Layers layers) {
    Activation input = node.activation(0);
    float floor = end(node, 1, "min", -Float.MAX_VALUE);
    float ceiling = end(node, 2, "max", Float.MAX_VALUE);
    if (floor <= -Float.MAX_VALUE && ceiling >= Float.MAX_VALUE) {
      return input;
    }
    if (floor != 0 || !(ceiling > 0)) {
      throw new Unsupported(
          "a layer that clips to other ends than 0 and a ceiling (from %s to %s)"
              .formatted(floor, ceiling));
    }
    return layers.add(
        ceiling < Float.MAX_VALUE
            ? new ClippedRelu(node.name(), input.layer(), ceiling)
            : new Relu(node.name(), input.layer()),
        input.axes());
  }

  /** Before opset 11 an attribute, since then an input. */
  private static float end(Node node, int input, String name, float otherwise) {
    return node.optionalConstant(input, name)
        .map(Constant::single)
        .orElseGet(() -> node.attributes().number(name, otherwise));
  }
}
