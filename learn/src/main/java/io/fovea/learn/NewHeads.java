package io.fovea.learn;

import io.fovea.network.Convolution2d;
import io.fovea.network.FullyConnected;
import io.fovea.network.Initializer;
import io.fovea.network.Layer;
import io.fovea.network.Parameter;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;

/** Makes a layer anew for another number of outputs: a line for each type that can be a head. */
final class NewHeads {
  /** What a new layer is made from. */
  private record Draw(int outputs, Initializer weights, SplittableRandom random) {
    Parameter weights(Parameter old) {
      int[] dimensions = old.dimensions().stream().mapToInt(Integer::intValue).toArray();
      dimensions[0] = outputs;
      return weights.create(old.name(), random, dimensions);
    }

    /**
     * A new layer has biases, whether the old one had or not: 1, which softmax doesn't see, but by
     * which a ReLU behind the head passes every class.
     */
    Optional<Parameter> bias(Optional<Parameter> old) {
      String name = old.map(Parameter::name).orElse("Bias");
      return Optional.of(Initializer.ONES.create(name, random, outputs));
    }
  }

  private interface Maker<L extends Layer> {
    Layer make(L layer, Draw draw);
  }

  private static final Map<Class<? extends Layer>, Maker<Layer>> MAKERS =
      Map.ofEntries(
          line(
              Convolution2d.class,
              (layer, draw) ->
                  new Convolution2d(
                      layer.name(),
                      layer.input(),
                      layer.stride(),
                      layer.padding(),
                      layer.dilation(),
                      layer.groups(),
                      draw.weights(layer.weights()),
                      draw.bias(layer.bias()))),
          line(
              FullyConnected.class,
              (layer, draw) ->
                  new FullyConnected(
                      layer.name(),
                      layer.input(),
                      draw.weights(layer.weights()),
                      draw.bias(layer.bias()))));

  private NewHeads() {}

  private static <L extends Layer> Map.Entry<Class<? extends Layer>, Maker<Layer>> line(
      Class<L> type, Maker<L> maker) {
    return Map.entry(type, (layer, draw) -> maker.make(type.cast(layer), draw));
  }

  /** The layer for so many outputs, all else as it was. */
  static Layer of(Layer layer, int outputs, Initializer weights, SplittableRandom random) {
    Maker<Layer> maker = MAKERS.get(layer.getClass());
    if (maker == null) {
      throw new TrainingException(
          "%s: a new head is a convolution or a fully connected layer, but the last learnable layer is of type %s; choose another network"
              .formatted(layer.name(), layer.type()));
    }
    return maker.make(layer, new Draw(outputs, weights, random));
  }
}
