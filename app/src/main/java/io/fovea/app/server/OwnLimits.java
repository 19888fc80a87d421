package io.fovea.app.server;

import io.fovea.explain.ChannelStatistics;
import io.fovea.image.Limits;
import io.fovea.image.Scale;
import io.fovea.tensor.Shape;
import io.fovea.tensor.Tensor;

/** The ends of a channel's own scale: values that aren't finite don't count. */
final class OwnLimits {
  private OwnLimits() {}

  /** From how the values lie, where that tells it. */
  static Limits of(Tensor activation, int channel, ChannelStatistics statistics) {
    return Double.isFinite(statistics.mean())
        ? new Limits(statistics.least(), statistics.greatest())
        : Scale.channel().limits(plane(activation, channel)).get(0);
  }

  private static Tensor plane(Tensor activation, int channel) {
    Shape shape = Shape.of(1, 1, activation.shape().height(), activation.shape().width());
    var values = new float[shape.elementCount()];
    activation.channel(0, channel).get(values);
    return Tensor.wrap(shape, values);
  }
}
