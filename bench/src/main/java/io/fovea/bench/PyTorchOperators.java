package io.fovea.bench;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.convolutional.Conv2d;
import ai.djl.nn.pooling.Pool;
import io.fovea.network.ClassificationOutput;
import io.fovea.network.Concatenation;
import io.fovea.network.Convolution2d;
import io.fovea.network.Dropout;
import io.fovea.network.GlobalAveragePooling2d;
import io.fovea.network.Layer;
import io.fovea.network.MaxPooling2d;
import io.fovea.network.Network;
import io.fovea.network.Padding;
import io.fovea.network.Relu;
import io.fovea.network.Softmax;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The operation of PyTorch for each layer type that the measured networks have. */
final class PyTorchOperators {
  /** Gives a layer's activation from those that it takes. */
  private interface Operator<T extends Layer> {
    NDArray apply(T layer, List<NDArray> inputs);
  }

  private record Filters(NDArray weights, NDArray bias) {}

  private final Map<Class<? extends Layer>, Operator<Layer>> operators = new HashMap<>();
  private final Map<String, Filters> filters = new HashMap<>();

  PyTorchOperators(NDManager manager, Network network, PyTorchLayout layout) {
    put(Convolution2d.class, this::convolution);
    put(Relu.class, (layer, inputs) -> Activation.relu(inputs.get(0)));
    put(MaxPooling2d.class, PyTorchOperators::maxPooling);
    put(
        Concatenation.class,
        (layer, inputs) -> NDArrays.concat(new NDList(inputs), layer.axis().ordinal()));
    put(GlobalAveragePooling2d.class, (layer, inputs) -> Pool.globalAvgPool2d(inputs.get(0)));
    put(Softmax.class, (layer, inputs) -> inputs.get(0).softmax(layer.axis().ordinal()));
    put(Dropout.class, (layer, inputs) -> inputs.get(0));
    put(ClassificationOutput.class, (layer, inputs) -> inputs.get(0));
    for (Layer layer : network.layers()) {
      if (layer instanceof Convolution2d convolution) {
        filters.put(layer.name(), filters(manager, layout, convolution));
      }
    }
  }

  private <T extends Layer> void put(Class<T> type, Operator<T> operator) {
    operators.put(type, (layer, inputs) -> operator.apply(type.cast(layer), inputs));
  }

  /**
   * A layer's activation.
   *
   * @throws BenchException if PyTorch wasn't taught this type here
   */
  NDArray apply(Layer layer, List<NDArray> inputs) {
    Operator<Layer> operator = operators.get(layer.getClass());
    if (operator == null) {
      throw new BenchException(
          "%s: %s layers aren't measured with PyTorch; leave them out"
              .formatted(layer.name(), layer.type()));
    }
    return operator.apply(layer, inputs);
  }

  /** Weights and biases, by {@code layer/parameter}. */
  Map<String, NDArray> parameters() {
    var all = new TreeMap<String, NDArray>();
    filters.forEach(
        (layer, own) -> {
          all.put(layer + "/Weights", own.weights);
          all.put(layer + "/Bias", own.bias);
        });
    return all;
  }

  private static Filters filters(NDManager manager, PyTorchLayout layout, Convolution2d layer) {
    var weights = layer.weights();
    float[] bias = new float[layer.filters()];
    layer.bias().ifPresent(values -> values.values().get(bias));
    return new Filters(
        layout.array(
            manager,
            weights.toArray(),
            weights.dimension(0),
            weights.dimension(1),
            weights.dimension(2),
            weights.dimension(3)),
        manager.create(bias));
  }

  private NDArray convolution(Convolution2d layer, List<NDArray> inputs) {
    Filters own = filters.get(layer.name());
    return Conv2d.conv2d(
            inputs.get(0),
            own.weights,
            own.bias,
            new Shape(layer.stride().vertical(), layer.stride().horizontal()),
            symmetric(layer.name(), layer.padding()),
            new Shape(layer.dilation().vertical(), layer.dilation().horizontal()),
            layer.groups())
        .singletonOrThrow();
  }

  private static NDArray maxPooling(MaxPooling2d layer, List<NDArray> inputs) {
    return Pool.maxPool2d(
        inputs.get(0),
        new Shape(layer.kernel().height(), layer.kernel().width()),
        new Shape(layer.stride().vertical(), layer.stride().horizontal()),
        symmetric(layer.name(), layer.padding()),
        layer.ceilMode());
  }

  private static Shape symmetric(String layer, Padding padding) {
    if (padding.mode() != Padding.Mode.EXPLICIT
        || padding.top() != padding.bottom()
        || padding.left() != padding.right()) {
      throw new BenchException(layer + ": PyTorch has no padding " + padding);
    }
    return new Shape(padding.top(), padding.left());
  }
}
