package io.fovea.onnx;

import io.fovea.network.Axis;
import io.fovea.network.BatchNormalization;
import io.fovea.network.Parameter;
import java.util.List;
import java.util.Set;

/** {@code BatchNormalization} as after training. */
final class BatchNormalizationMapping implements LayerMapping<BatchNormalization>, OperatorMapping {
  private static final float DEFAULT_EPSILON = 1e-5f;
  private static final long ALWAYS_INFERS = 7;

  @Override
  public Class<BatchNormalization> layer() {
    return BatchNormalization.class;
  }

  @Override
  public void write(BatchNormalization layer, GraphWriter graph) {
    List<String> inputs =
        List.of(
            graph.value(layer.input()),
            graph.vector(layer, layer.scale()),
            graph.vector(layer, layer.offset()),
            graph.vector(layer, layer.mean()),
            graph.vector(layer, layer.variance()));
    graph.add(
        layer,
        "BatchNormalization",
        graph.rank(layer.input()),
        inputs,
        List.of(WrittenAttributes.number("epsilon", layer.epsilon())));
  }

  @Override
  public Set<String> operators() {
    return Set.of("BatchNormalization");
  }

  @Override
  public Value read(Node node, Layers layers) {
    Activation input = node.activation(0);
    if (node.attributes().flag("training_mode", false)) {
      throw new Unsupported("a network exported for inference (training_mode is 1)");
    }
    if (node.opset() < ALWAYS_INFERS && !node.attributes().flag("is_test", false)) {
      throw new Unsupported("a network exported for inference (is_test is 0)");
    }
    if (!node.attributes().flag("spatial", true)) {
      throw new Unsupported("one scale a channel (spatial is 0)");
    }
    if (input.rank() > 1 && input.axes().get(1) != Axis.CHANNEL) {
      throw new Unsupported("channels as the second dimension of its input");
    }
    var layer =
        new BatchNormalization(
            node.name(),
            input.layer(),
            node.attributes().number("epsilon", DEFAULT_EPSILON),
            parameter(node, 1, "Scale"),
            parameter(node, 2, "Offset"),
            parameter(node, 3, "TrainedMean"),
            parameter(node, 4, "TrainedVariance"));
    return layers.add(layer, input.axes());
  }

  private static Parameter parameter(Node node, int input, String name) {
    Constant constant = node.constant(input, name);
    return constant.parameter(name, constant.count());
  }
}
