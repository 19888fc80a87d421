package io.fovea.onnx;

import io.fovea.network.Axis;
import io.fovea.network.FullyConnected;
import io.fovea.network.Parameter;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** {@code Gemm} and {@code MatMul} with weights that are known when the file is read. */
final class FullyConnectedMapping implements LayerMapping<FullyConnected>, OperatorMapping {
  private static final List<Axis> OUTPUT = List.of(Axis.BATCH, Axis.CHANNEL);

  @Override
  public Class<FullyConnected> layer() {
    return FullyConnected.class;
  }

  @Override
  public void write(FullyConnected layer, GraphWriter graph) {
    var inputs = new ArrayList<String>();
    inputs.add(graph.row(layer.input()));
    inputs.add(graph.weights(layer, layer.weights()));
    layer.bias().ifPresent(bias -> inputs.add(graph.vector(layer, bias)));
    graph.add(
        layer, "Gemm", GraphWriter.ROW, inputs, List.of(WrittenAttributes.flag("transB", true)));
  }

  @Override
  public Set<String> operators() {
    return Set.of("Gemm", "MatMul");
  }

  @Override
  public Value read(Node node, Layers layers) {
    return node.operator().equals("Gemm") ? gemm(node, layers) : matMul(node, layers);
  }

  private static Value gemm(Node node, Layers layers) {
    Activation input = node.activation(0);
    if (node.attributes().flag("transA", false)) {
      throw new Unsupported("a layer that transposes its input (transA is 1)");
    }
    if (input.rank() != 2 || input.axes().get(0) != Axis.BATCH) {
      throw new Unsupported(
          "an input of items × values (it has %d dimensions)".formatted(input.rank()));
    }
    Parameter weights =
        weights(
            node, node.attributes().flag("transB", false), node.attributes().number("alpha", 1));
    float beta = node.attributes().number("beta", 1);
    Optional<Parameter> bias =
        node.optionalConstant(2, "bias").map(each -> bias(each, weights.dimension(0), beta));
    return layers.add(new FullyConnected(node.name(), input.layer(), weights, bias), OUTPUT);
  }

  private static Value matMul(Node node, Layers layers) {
    Activation input = node.activation(0);
    Parameter weights = weights(node, false, 1);
    List<Axis> axes = outputAxes(input);
    return layers.add(
        new FullyConnected(node.name(), input.layer(), weights, Optional.empty()), axes);
  }

  /** The last dimension becomes that of the channels; all between it and the batch are 1. */
  private static List<Axis> outputAxes(Activation input) {
    List<Axis> axes = input.axes();
    int last = axes.size() - 1;
    Axis lastAxis = axes.get(last);
    boolean oneVector =
        input
            .shape()
            .map(shape -> lastAxis.of(shape) == shape.itemElementCount())
            .orElse(axes.size() <= 2);
    if (lastAxis == Axis.BATCH || !oneVector) {
      throw new Unsupported(
          "a layer that multiplies each row by itself (its input has %d dimensions)"
              .formatted(axes.size()));
    }
    var output = new ArrayList<>(axes);
    Collections.replaceAll(output, Axis.CHANNEL, lastAxis);
    output.set(last, Axis.CHANNEL);
    return output;
  }

  /** Outputs × inputs, as {@code transB} has them already; copied only where they must change. */
  private static Parameter weights(Node node, boolean transposed, float alpha) {
    Constant weights = node.constant(1, "weights");
    if (weights.rank() != 2) {
      throw new Unsupported(
          "weights of two dimensions (%s is %s)".formatted(weights.name(), weights.sizeText()));
    }
    if (!transposed || alpha != 1) {
      node.values().copy(weights.count());
    }
    int rows = weights.dimensions().get(0);
    int columns = weights.dimensions().get(1);
    if (transposed) {
      return Parameter.wrap("Weights", scaled(weights.floats(), alpha), rows, columns);
    }
    FloatBuffer given = weights.floats();
    var turned = new float[given.remaining()];
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        turned[column * rows + row] = alpha * given.get(row * columns + column);
      }
    }
    return Parameter.wrap("Weights", FloatBuffer.wrap(turned), columns, rows);
  }

  private static FloatBuffer scaled(FloatBuffer values, float factor) {
    if (factor == 1) {
      return values;
    }
    var scaled = new float[values.remaining()];
    for (int i = 0; i < scaled.length; i++) {
      scaled[i] = factor * values.get(i);
    }
    return FloatBuffer.wrap(scaled);
  }

  private static Parameter bias(Constant bias, int outputs, float beta) {
    return Bias.of(bias, OUTPUT, outputs)
        .map(each -> Parameter.wrap("Bias", scaled(each.values(), beta), outputs))
        .orElseThrow(
            () ->
                new Unsupported(
                    "a bias that is the same for each item (%s is %s)"
                        .formatted(bias.name(), bias.sizeText())));
  }
}
