package io.fovea.app.server;

import io.fovea.explain.ChannelStatistics;
import java.util.List;

/** Finds the channel of a layer whose picture shows most. */
final class MostVaried {
  private MostVaried() {}

  /**
   * Its place: where values differ by much, and many of them do. That is the deviation times the
   * square of its share of the range, since one value far from all others leaves the rest of a
   * picture black; times the share that isn't zero, since a ReLU leaves of some channels the border
   * alone.
   *
   * @return 0 where no channel varies
   */
  static int of(List<ChannelStatistics> channels) {
    return Greatest.of(channels, MostVaried::measure);
  }

  private static double measure(ChannelStatistics channel) {
    double range = channel.greatest() - channel.least();
    double share = channel.deviation() / range;
    return range == 0 ? 0 : channel.deviation() * share * share * (1 - channel.zeros());
  }
}
