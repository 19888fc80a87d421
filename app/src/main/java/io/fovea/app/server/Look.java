package io.fovea.app.server;

import io.fovea.Classification;
import io.fovea.Input;
import io.fovea.LayerActivation;
import io.fovea.Net;
import io.fovea.explain.ChannelStatistics;
import io.fovea.network.ImageInput;
import io.fovea.network.Layer;
import io.fovea.network.Shapes;
import io.fovea.tensor.FoveaException;
import io.fovea.tensor.Shape;
import io.fovea.tensor.Tensor;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What a network makes of one input: the activation of each layer, and the scores.
 *
 * <p>Any number of threads may use one at once.
 */
final class Look {
  private static final double NANOSECONDS = 1e6;

  private final Net net;
  private final Map<String, LayerActivation> activations;
  private final Scored scored;
  private final OptionalDouble milliseconds;
  private final Map<String, List<ChannelStatistics>> statistics = new ConcurrentHashMap<>();

  private Look(
      Net net,
      Map<String, LayerActivation> activations,
      Scored scored,
      OptionalDouble milliseconds) {
    this.net = net;
    this.activations = activations;
    this.scored = scored;
    this.milliseconds = milliseconds;
  }

  /**
   * Runs the whole network once over an input.
   *
   * @param mostBytes what all activations may take, unless the input has the network's own size
   * @throws FoveaException if it doesn't fit
   */
  static Look of(Net net, Input input, long mostBytes) {
    ImageInput own = OneInput.of(net);
    Tensor prepared = net.prepare(input);
    check(net, own, prepared.shape(), mostBytes);
    List<String> layers = net.network().layers().stream().map(Layer::name).toList();
    long before = System.nanoTime();
    var activations = net.activations(Input.of(prepared), layers);
    double milliseconds = (System.nanoTime() - before) / NANOSECONDS;
    return new Look(net, activations, scored(net, activations), OptionalDouble.of(milliseconds));
  }

  /** An array may be larger than what the network was made for, but not by any amount. */
  private static void check(Net net, ImageInput own, Shape given, long mostBytes) {
    if (given.equals(own.shape(1))) {
      return;
    }
    long needed =
        Shapes.of(net.network(), Map.of(own.name(), given)).values().stream()
            .mapToLong(shape -> (long) shape.elementCount() * Float.BYTES)
            .sum();
    if (needed > mostBytes) {
      throw RequestException.tooLarge(
          "an input of %s makes activations of %,d MB, more than the %,d MB that are kept; cut a part out of it, or start Java with a larger -Xmx"
              .formatted(given.itemText(), needed >> 20, mostBytes >> 20));
    }
  }

  private static Scored scored(Net net, Map<String, LayerActivation> activations) {
    String output = net.network().outputs().get(0).name();
    return Scored.of(() -> net.classify(activations.get(output)));
  }

  /** The network. */
  Net net() {
    return net;
  }

  /** The scores, where the network tells classes. */
  Optional<Classification> classification() {
    return scored.classification();
  }

  /** Why there are no scores, one sentence; empty where there are. */
  String whyNoScores() {
    return scored.why();
  }

  /** The same, but telling no time. */
  Look withoutTime() {
    return new Look(net, activations, scored, OptionalDouble.empty());
  }

  /** How long the run took, where it did nothing else. */
  OptionalDouble milliseconds() {
    return milliseconds;
  }

  /** What the network was given. */
  Tensor input() {
    return activation(OneInput.of(net).name());
  }

  /**
   * The activation of a layer, 1 × C × H × W.
   *
   * @throws FoveaException if there is no such layer
   */
  Tensor activation(String layer) {
    return activations.get(net.network().layer(layer).name()).tensor();
  }

  /** How the values of each channel of a layer lie. */
  List<ChannelStatistics> statistics(String layer) {
    return statistics.computeIfAbsent(
        net.network().layer(layer).name(), name -> ChannelStatistics.of(activation(name)));
  }

  /** The same with {@link #statistics} ready for every layer; the cores share the work. */
  Look withStatistics() {
    net.network().layers().parallelStream().forEach(layer -> statistics(layer.name()));
    return this;
  }

  /** Bytes of all activations. */
  long bytes() {
    return activations.values().stream()
        .mapToLong(each -> (long) each.shape().elementCount() * Float.BYTES)
        .sum();
  }
}
