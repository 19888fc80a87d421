package io.fovea.app.server;

import io.fovea.explain.ChannelStatistics;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;

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

  /**
   * The place that shows much on both of two sides: where the one that shows less shows most. Each
   * is held against what its own side shows best, as another network's values may all be small.
   *
   * @return none where no place shows on both
   */
  static OptionalInt ofBoth(List<ChannelStatistics> one, List<ChannelStatistics> other) {
    double[] before = shares(one);
    double[] after = shares(other);
    List<Integer> places = IntStream.range(0, before.length).boxed().toList();
    int found = Greatest.of(places, place -> Math.min(before[place], after[place]));
    boolean shows = before[found] > 0 && after[found] > 0;
    return shows ? OptionalInt.of(found) : OptionalInt.empty();
  }

  /** How much of what shows best. */
  private static double[] shares(List<ChannelStatistics> channels) {
    double most = measure(channels.get(of(channels)));
    return channels.stream().mapToDouble(each -> measure(each) / most).toArray();
  }

  private static double measure(ChannelStatistics channel) {
    double range = channel.greatest() - channel.least();
    double share = channel.deviation() / range;
    return range == 0 ? 0 : channel.deviation() * share * share * (1 - channel.zeros());
  }
}
