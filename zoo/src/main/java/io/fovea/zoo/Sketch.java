package io.fovea.zoo;

import io.fovea.network.Addition;
import io.fovea.network.BatchNormalization;
import io.fovea.network.ClassificationOutput;
import io.fovea.network.ClippedRelu;
import io.fovea.network.Concatenation;
import io.fovea.network.Convolution2d;
import io.fovea.network.Dilation;
import io.fovea.network.Dropout;
import io.fovea.network.FullyConnected;
import io.fovea.network.ImageInput;
import io.fovea.network.Initializer;
import io.fovea.network.Layer;
import io.fovea.network.MaxPooling2d;
import io.fovea.network.Network;
import io.fovea.network.Padding;
import io.fovea.network.Parameter;
import io.fovea.network.Relu;
import io.fovea.network.Size;
import io.fovea.network.Softmax;
import io.fovea.network.Stride;
import io.fovea.tensor.Shape;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * An architecture being drawn: each layer takes the last one, as wide as that is. Biases begin as
 * 0, batch normalization as doing nothing, weights as the initializer says; each layer's weights
 * depend on the seed and on how many layers with weights stand before it, on nothing else.
 */
final class Sketch {
  private static final float EPSILON = 1e-5f;

  private final List<Layer> layers = new ArrayList<>();
  private final Map<String, Shape> shapes = new HashMap<>();
  private final Initializer initializer;
  private final SplittableRandom random;
  private String last = "";

  Sketch(Initializer initializer, long seed) {
    this.initializer = initializer;
    this.random = new SplittableRandom(seed);
  }

  Network network(String name) {
    return Network.of(name, layers);
  }

  /** The layer that the next one takes. */
  String last() {
    return last;
  }

  /** Lets the next layer take this one. */
  void continueFrom(String layer) {
    last = layer;
  }

  /** How many channels the last layer has. */
  int channels() {
    return shapes.get(last).channels();
  }

  /** A layer that takes what its constructor says. */
  void add(Layer layer) {
    layers.add(layer);
    shapes.put(layer.name(), layer.outputShape(layer.inputs().stream().map(shapes::get).toList()));
    last = layer.name();
  }

  /** Pictures of three channels. */
  void input(String name, int side) {
    add(ImageInput.of(name, side, side, 3));
  }

  void convolution(String name, int filters, int kernel, int stride, int padding) {
    add(convolution(name, filters, kernel, stride, padding, 1, Optional.of(zeros(filters))));
  }

  void convolutionWithoutBias(String name, int filters, int kernel, int stride, int padding) {
    add(convolution(name, filters, kernel, stride, padding, 1, Optional.empty()));
  }

  /** As many groups as channels, without a bias. */
  void depthwise(String name, int kernel, int stride, int padding) {
    add(convolution(name, channels(), kernel, stride, padding, channels(), Optional.empty()));
  }

  private Convolution2d convolution(
      String name,
      int filters,
      int kernel,
      int stride,
      int padding,
      int groups,
      Optional<Parameter> bias) {
    return new Convolution2d(
        name,
        last,
        Stride.of(stride),
        Padding.of(padding),
        Dilation.ONE,
        groups,
        weights(filters, channels() / groups, kernel, kernel),
        bias);
  }

  void fullyConnected(String name, int outputs) {
    int inputs = shapes.get(last).itemElementCount();
    add(FullyConnected.of(name, last, weights(outputs, inputs), zeros(outputs)));
  }

  void batchNormalization(String name) {
    int count = channels();
    add(
        new BatchNormalization(
            name,
            last,
            EPSILON,
            Initializer.ONES.create("Scale", random, count),
            Initializer.ZEROS.create("Offset", random, count),
            Initializer.ZEROS.create("TrainedMean", random, count),
            Initializer.ONES.create("TrainedVariance", random, count)));
  }

  void relu(String name) {
    add(new Relu(name, last));
  }

  void clippedRelu(String name, float ceiling) {
    add(new ClippedRelu(name, last, ceiling));
  }

  void dropout(String name, float probability) {
    add(new Dropout(name, last, probability));
  }

  void maxPooling(String name, int kernel, int stride, int padding) {
    add(
        MaxPooling2d.of(name, last, Size.of(kernel), Stride.of(stride))
            .withPadding(Padding.of(padding)));
  }

  void sum(String name, String... inputs) {
    add(Addition.of(name, inputs));
  }

  void concatenate(String name, String... inputs) {
    add(Concatenation.of(name, inputs));
  }

  /** Scores, and the end of the network, named as after reading it from a file. */
  void classify(String softmax) {
    add(Softmax.of(softmax, last));
    add(new ClassificationOutput("ClassificationLayer_" + softmax, last, List.of()));
  }

  private Parameter weights(int... dimensions) {
    return initializer.create("Weights", random.split(), dimensions);
  }

  private Parameter zeros(int count) {
    return Initializer.ZEROS.create("Bias", random, count);
  }
}
