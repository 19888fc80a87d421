package io.fovea.app.server;

import io.fovea.explain.ChannelStatistics;
import io.fovea.image.Limits;
import io.fovea.network.Layer;
import io.fovea.tensor.Shape;
import io.fovea.tensor.Tensor;
import java.util.List;

/**
 * One layer of a look.
 *
 * @param layer the layer
 * @param activation 1 × C × H × W
 * @param statistics how the values of each channel lie
 */
record LayerLook(Layer layer, Tensor activation, List<ChannelStatistics> statistics) {

  /** Of a layer of the look's network. */
  static LayerLook of(Look look, Layer layer) {
    return new LayerLook(layer, look.activation(layer.name()), look.statistics(layer.name()));
  }

  /** Its name. */
  String name() {
    return layer.name();
  }

  /** Height, width, channels, as the page shows a size. */
  List<Integer> size() {
    Shape shape = activation.shape();
    return List.of(shape.height(), shape.width(), shape.channels());
  }

  /** How many channels. */
  int channels() {
    return activation.shape().channels();
  }

  /** Whether a channel is one value. */
  boolean isOneValue() {
    return activation.shape().height() * activation.shape().width() == 1;
  }

  /** The channel whose picture shows most. */
  int mostVaried() {
    return MostVaried.of(statistics);
  }

  /** The ends of a channel's own scale. */
  Limits limits(int channel) {
    return OwnLimits.of(activation, channel, statistics.get(channel));
  }
}
