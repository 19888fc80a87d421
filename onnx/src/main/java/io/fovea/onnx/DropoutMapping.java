package io.fovea.onnx;

import io.fovea.network.Dropout;
import java.util.List;
import java.util.Set;

/** {@code Dropout} as after training, when it does nothing. */
final class DropoutMapping implements LayerMapping<Dropout>, OperatorMapping {
  private static final float DEFAULT_RATIO = 0.5f;

  @Override
  public Class<Dropout> layer() {
    return Dropout.class;
  }

  @Override
  public void write(Dropout layer, GraphWriter graph) {
    graph.add(
        layer,
        "Dropout",
        graph.rank(layer.input()),
        List.of(
            graph.value(layer.input()), graph.number(layer, "Probability", layer.probability())),
        List.of());
  }

  @Override
  public Set<String> operators() {
    return Set.of("Dropout");
  }

  @Override
  public Value read(Node node, Layers layers) {
    Activation input = node.activation(0);
    if (node.hasInput(2) && node.constant(2, "training_mode").single() != 0) {
      throw new Unsupported("a network exported for inference (training_mode is true)");
    }
    float ratio =
        node.optionalConstant(1, "ratio")
            .map(Constant::single)
            .orElseGet(() -> node.attributes().number("ratio", DEFAULT_RATIO));
    return layers.add(new Dropout(node.name(), input.layer(), ratio), input.axes());
  }
}
