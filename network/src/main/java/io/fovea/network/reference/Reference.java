package io.fovea.network.reference;

import io.fovea.network.Addition;
import io.fovea.network.AveragePooling2d;
import io.fovea.network.BatchNormalization;
import io.fovea.network.ClassificationOutput;
import io.fovea.network.ClippedRelu;
import io.fovea.network.Concatenation;
import io.fovea.network.Convolution2d;
import io.fovea.network.CrossChannelNormalization;
import io.fovea.network.Dropout;
import io.fovea.network.Flatten;
import io.fovea.network.FullyConnected;
import io.fovea.network.GlobalAveragePooling2d;
import io.fovea.network.ImageInput;
import io.fovea.network.Layer;
import io.fovea.network.MaxPooling2d;
import io.fovea.network.Network;
import io.fovea.network.Relu;
import io.fovea.network.Shapes;
import io.fovea.network.Softmax;
import io.fovea.tensor.Shape;
import io.fovea.tensor.Tensor;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Runs a network by the plain arithmetic of its layers, in float64.
 *
 * <p>Correct by its plainness, not fast: some seconds for a network that a plan runs in
 * milliseconds. Any number of threads may use it at once.
 */
public final class Reference {
  private static final Map<Class<? extends Layer>, Entry<?>> TABLE =
      Stream.of(
              new Entry<>(ImageInput.class, new Same<>()),
              new Entry<>(Convolution2d.class, new ConvolutionArithmetic()),
              new Entry<>(Relu.class, new ReluArithmetic()),
              new Entry<>(ClippedRelu.class, new ClippedReluArithmetic()),
              new Entry<>(MaxPooling2d.class, new MaxPoolingArithmetic()),
              new Entry<>(AveragePooling2d.class, new AveragePoolingArithmetic()),
              new Entry<>(GlobalAveragePooling2d.class, new GlobalAveragePoolingArithmetic()),
              new Entry<>(FullyConnected.class, new FullyConnectedArithmetic()),
              new Entry<>(BatchNormalization.class, new BatchNormalizationArithmetic()),
              new Entry<>(
                  CrossChannelNormalization.class, new CrossChannelNormalizationArithmetic()),
              new Entry<>(Addition.class, new AdditionArithmetic()),
              new Entry<>(Concatenation.class, new ConcatenationArithmetic()),
              new Entry<>(Dropout.class, new Same<>()),
              new Entry<>(Flatten.class, new Same<>()),
              new Entry<>(Softmax.class, new SoftmaxArithmetic()),
              new Entry<>(ClassificationOutput.class, new Same<>()))
          .collect(Collectors.toUnmodifiableMap(Entry::type, Function.identity()));

  private Reference() {}

  /**
   * The activation of every layer, by its name, in the network's order.
   *
   * @param inputs a tensor for each image input, by its name; all of one batch size, of any height
   *     and width that the layers can work on
   * @return for each layer its values in N, C, H, W order; their shape is what {@link Shapes} says
   * @throws io.fovea.network.NetworkException if the inputs don't fit the network, or its layers
   *     not each other
   */
  public static Map<String, double[]> activations(Network network, Map<String, Tensor> inputs) {
    var given = new LinkedHashMap<String, Shape>();
    inputs.forEach((name, tensor) -> given.put(name, tensor.shape()));
    Map<String, Shape> shapes = Shapes.of(network, given);
    var done = new LinkedHashMap<String, Values>();
    for (Layer layer : network.layers()) {
      List<Values> taken =
          layer instanceof ImageInput
              ? List.of(Values.of(inputs.get(layer.name())))
              : layer.inputs().stream().map(done::get).toList();
      Values output = Values.zeros(shapes.get(layer.name()));
      TABLE.get(layer.getClass()).compute(layer, taken, output);
      done.put(layer.name(), output);
    }
    var activations = new LinkedHashMap<String, double[]>();
    done.forEach((name, values) -> activations.put(name, values.data()));
    return activations;
  }

  /** The types of layers that it can run. */
  static Set<Class<? extends Layer>> types() {
    return TABLE.keySet();
  }
}
