package io.fovea.onnx;

import io.fovea.network.Layer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The tables: layer type to mapping, operator to mapping. */
final class Mappings {
  /** A line for each type of layer. */
  static final List<LayerMapping<?>> LAYERS =
      List.of(
          new ImageInputMapping(),
          new ConvolutionMapping(),
          new ReluMapping(),
          new ClippedReluMapping(),
          new MaxPoolingMapping(),
          new AveragePoolingMapping(),
          new GlobalAveragePoolingMapping(),
          new FullyConnectedMapping(),
          new BatchNormalizationMapping(),
          new CrossChannelNormalizationMapping(),
          new AdditionMapping(),
          new ConcatenationMapping(),
          new DropoutMapping(),
          new FlattenMapping(),
          new SoftmaxMapping(),
          new ClassificationOutputMapping());

  /** Operators that give no layer: they only say otherwise what is already there. */
  private static final List<OperatorMapping> WITHOUT_LAYER =
      List.of(
          new ConstantOperator(),
          new FilledOperator(),
          new ShapeOperators(),
          new IdentityOperators(),
          new SqueezeOperators(),
          new TransposeOperator(),
          new PadOperator());

  private static final Map<String, OperatorMapping> OPERATORS = operators();

  private static final Map<Class<? extends Layer>, LayerMapping<?>> TYPES =
      LAYERS.stream().collect(Collectors.toUnmodifiableMap(LayerMapping::layer, each -> each));

  private Mappings() {}

  /** Writes a layer in the way of its type. */
  static void write(Layer layer, GraphWriter graph) {
    TYPES.get(layer.getClass()).writeOwn(layer, graph);
  }

  /** The mapping that reads nodes of this operator. */
  static Optional<OperatorMapping> ofOperator(String operator) {
    return Optional.ofNullable(OPERATORS.get(operator));
  }

  private static Map<String, OperatorMapping> operators() {
    var table = new HashMap<String, OperatorMapping>();
    Stream.concat(
            LAYERS.stream()
                .filter(OperatorMapping.class::isInstance)
                .map(OperatorMapping.class::cast),
            WITHOUT_LAYER.stream())
        .forEach(mapping -> mapping.operators().forEach(each -> table.put(each, mapping)));
    return Map.copyOf(table);
  }
}
