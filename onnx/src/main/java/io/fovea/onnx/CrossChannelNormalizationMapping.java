package io.fovea.onnx;

import io.fovea.network.CrossChannelNormalization;
import java.util.List;
import java.util.Set;

/** {@code LRN}. */
final class CrossChannelNormalizationMapping
    implements LayerMapping<CrossChannelNormalization>, OperatorMapping {
  private static final float DEFAULT_ALPHA = 1e-4f;
  private static final float DEFAULT_BETA = 0.75f;
  private static final float DEFAULT_K = 1;

  @Override
  public Class<CrossChannelNormalization> layer() {
    return CrossChannelNormalization.class;
  }

  @Override
  public void write(CrossChannelNormalization layer, GraphWriter graph) {
    graph.add(
        layer,
        "LRN",
        GraphWriter.PLANE,
        List.of(graph.plane(layer.input())),
        List.of(
            WrittenAttributes.integer("size", layer.windowChannels()),
            WrittenAttributes.number("alpha", layer.alpha()),
            WrittenAttributes.number("beta", layer.beta()),
            WrittenAttributes.number("bias", layer.k())));
  }

  @Override
  public Set<String> operators() {
    return Set.of("LRN");
  }

  @Override
  public Value read(Node node, Layers layers) {
    Activation input = node.activation(0);
    Spatial.of(node, input);
    Attributes attributes = node.attributes();
    var layer =
        new CrossChannelNormalization(
            node.name(),
            input.layer(),
            Attributes.size("size", attributes.integer("size", 0)),
            attributes.number("alpha", DEFAULT_ALPHA),
            attributes.number("beta", DEFAULT_BETA),
            attributes.number("bias", DEFAULT_K));
    return layers.add(layer, input.axes());
  }
}
