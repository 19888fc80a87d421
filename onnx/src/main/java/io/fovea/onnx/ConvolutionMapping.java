package io.fovea.onnx;

import io.fovea.network.Convolution2d;
import io.fovea.network.Parameter;
import io.fovea.network.Size;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/** {@code Conv}, over rows and columns or over a line. */
final class ConvolutionMapping implements LayerMapping<Convolution2d>, OperatorMapping {
  @Override
  public Class<Convolution2d> layer() {
    return Convolution2d.class;
  }

  @Override
  public void write(Convolution2d layer, GraphWriter graph) {
    var inputs = new ArrayList<String>();
    inputs.add(graph.plane(layer.input()));
    inputs.add(graph.weights(layer, layer.weights()));
    layer.bias().ifPresent(bias -> inputs.add(graph.vector(layer, bias)));
    var attributes = WrittenAttributes.window(layer.kernel(), layer.stride(), layer.padding());
    attributes.add(WrittenAttributes.dilations(layer.dilation()));
    attributes.add(WrittenAttributes.integer("group", layer.groups()));
    graph.add(layer, "Conv", GraphWriter.PLANE, inputs, attributes);
  }

  @Override
  public Set<String> operators() {
    return Set.of("Conv");
  }

  @Override
  public Value read(Node node, Layers layers) {
    Activation input = node.padded(0);
    Constant weights = node.constant(1, "weights");
    Spatial spatial = Spatial.of(node, input);
    if (weights.rank() != spatial.dimensions() + 2) {
      throw new OnnxException(
          "its weights %s have %d dimensions, but its input has %d"
              .formatted(weights.name(), weights.rank(), input.rank()));
    }
    Optional<Parameter> bias =
        node.optionalConstant(2, "bias").map(each -> each.parameter("Bias", each.count()));
    var layer =
        new Convolution2d(
            node.name(),
            input.layer(),
            spatial.stride(node),
            spatial.padding(node, input),
            spatial.dilation(node),
            Attributes.size("group", node.attributes().integer("group", 1)),
            weights(node, weights, spatial),
            bias);
    return layers.add(layer, input.axes());
  }

  private static Parameter weights(Node node, Constant weights, Spatial spatial) {
    int[] kernel = weights.dimensions().stream().skip(2).mapToInt(Integer::intValue).toArray();
    int[] said = node.attributes().sizes("kernel_shape", kernel.length, 0);
    if (node.attributes().has("kernel_shape") && !Arrays.equals(said, kernel)) {
      throw new OnnxException(
          "its kernel_shape is %s, but its weights %s are %s"
              .formatted(Arrays.toString(said), weights.name(), weights.sizeText()));
    }
    if (spatial == Spatial.TURNED_PLANE && kernel[0] != 1 && kernel[1] != 1) {
      throw new Unsupported("an input whose rows and columns aren't exchanged");
    }
    Size size = spatial.size(kernel);
    return weights.parameter(
        "Weights",
        weights.dimensions().get(0),
        weights.dimensions().get(1),
        size.height(),
        size.width());
  }
}
