package io.fovea.learn;

import io.fovea.network.BatchNormalization;
import io.fovea.network.Convolution2d;
import io.fovea.network.FullyConnected;
import io.fovea.network.Layer;
import io.fovea.network.Parameter;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Puts other parameters into layers: a line for each layer type that has some. */
final class LayerParameters {
  /** A layer of one type with each of its parameters replaced. */
  private interface Rebuild<L extends Layer> {
    Layer apply(L layer, UnaryOperator<Parameter> change);
  }

  private static final Map<Class<? extends Layer>, Rebuild<Layer>> REBUILDS =
      Map.ofEntries(
          line(
              Convolution2d.class,
              (layer, change) ->
                  new Convolution2d(
                      layer.name(),
                      layer.input(),
                      layer.stride(),
                      layer.padding(),
                      layer.dilation(),
                      layer.groups(),
                      change.apply(layer.weights()),
                      layer.bias().map(change))),
          line(
              FullyConnected.class,
              (layer, change) ->
                  new FullyConnected(
                      layer.name(),
                      layer.input(),
                      change.apply(layer.weights()),
                      layer.bias().map(change))),
          line(
              BatchNormalization.class,
              (layer, change) ->
                  new BatchNormalization(
                      layer.name(),
                      layer.input(),
                      layer.epsilon(),
                      change.apply(layer.scale()),
                      change.apply(layer.offset()),
                      change.apply(layer.mean()),
                      change.apply(layer.variance()))));

  private LayerParameters() {}

  private static <L extends Layer> Map.Entry<Class<? extends Layer>, Rebuild<Layer>> line(
      Class<L> type, Rebuild<L> rebuild) {
    return Map.entry(type, (layer, change) -> rebuild.apply(type.cast(layer), change));
  }

  /** Whether layers of this type have parameters. */
  static boolean has(Class<?> type) {
    return REBUILDS.containsKey(type);
  }

  /**
   * The layer with each learnable parameter and state changed; a layer that has none stays.
   *
   * @param change gives another parameter of the same name and dimensions
   */
  static Layer change(Layer layer, UnaryOperator<Parameter> change) {
    Rebuild<Layer> rebuild = REBUILDS.get(layer.getClass());
    return rebuild == null ? layer : rebuild.apply(layer, change);
  }
}
