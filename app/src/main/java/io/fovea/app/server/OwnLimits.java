package io.fovea.app.server;

import io.fovea.explain.ChannelStatistics;
import io.fovea.image.Limits;
import io.fovea.image.Scale;
import io.fovea.tensor.Tensor;

/** The ends of a channel's own scale: values that aren't finite don't count. */
final class OwnLimits {
  private OwnLimits() {}

  /** From how the values lie, where that tells it. */
  static Limits of(Tensor activation, int channel, ChannelStatistics statistics) {
    return Double.isFinite(statistics.mean())
        ? new Limits(statistics.least(), statistics.greatest())
        : Scale.channel().limits(ChannelPlane.of(activation, channel)).get(0);
  }
}
