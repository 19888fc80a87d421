package io.fovea.app.server;

import io.fovea.explain.ChannelStatistics;
import java.util.List;

/** Finds the channel of a layer whose picture shows most. */
final class MostVaried {
  private MostVaried() {}

  /**
   * Its place: where values differ by much, and many of them do. That is the variance by the range:
   * one value that outweighs all others, as at an edge, leaves the rest of a picture black.
   *
   * @return 0 where no channel varies
   */
  static int of(List<ChannelStatistics> channels) {
    return Greatest.of(channels, MostVaried::measure);
  }

  private static double measure(ChannelStatistics channel) {
    double range = channel.greatest() - channel.least();
    return range == 0 ? 0 : channel.deviation() * channel.deviation() / range;
  }
}
