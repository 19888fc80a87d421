package io.fovea.app.server;

import io.fovea.explain.ChannelStatistics;
import io.fovea.image.Limits;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * A layer on both sides, in small: one channel that shows much on both.
 *
 * <p>What one network makes of two inputs is drawn on one scale. Values of two networks aren't of
 * one measure: each side has its own scale. So it is, too, where no channel shows on both sides and
 * each shows the one that it shows best.
 *
 * @param before what is drawn of the one
 * @param after what is drawn of the other
 * @param oneScale whether the same gray is the same value on both
 */
record ComparedPictures(ComparedPicture before, ComparedPicture after, boolean oneScale) {
  /**
   * Of channels that are matched.
   *
   * @param oneNetwork whether both sides are of one network
   */
  static ComparedPictures of(ComparedSides sides, boolean oneNetwork) {
    if (sides.one().isOneValue() && sides.other().isOneValue()) {
      return of(
          ComparedPicture.ofValues(sides.before()),
          ComparedPicture.ofValues(sides.after()),
          oneNetwork);
    }
    List<ChannelStatistics> before = chosen(sides.one(), sides.channels());
    List<ChannelStatistics> after = chosen(sides.other(), sides.otherChannels());
    OptionalInt both =
        oneNetwork
            ? MostVaried.ofBoth(stretched(before, after), stretched(after, before))
            : MostVaried.ofBoth(before, after);
    int place = both.orElseGet(() -> MostVaried.of(before));
    int otherPlace = both.orElseGet(() -> MostVaried.of(after));
    return of(
        ComparedPicture.ofChannel(sides.one(), sides.channels().get(place)),
        ComparedPicture.ofChannel(sides.other(), sides.otherChannels().get(otherPlace)),
        oneNetwork && both.isPresent());
  }

  private static ComparedPictures of(
      ComparedPicture before, ComparedPicture after, boolean oneScale) {
    if (!oneScale) {
      return new ComparedPictures(before, after, false);
    }
    Limits limits = PairedLimits.both(before.limits(), after.limits());
    return new ComparedPictures(before.on(limits), after.on(limits), true);
  }

  private static List<ChannelStatistics> chosen(LayerLook look, List<Integer> channels) {
    return channels.stream().map(look.statistics()::get).toList();
  }

  /** The channels of one side as they show on the scale of both. */
  private static List<ChannelStatistics> stretched(
      List<ChannelStatistics> channels, List<ChannelStatistics> likes) {
    var stretched = new ArrayList<ChannelStatistics>();
    for (int place = 0; place < channels.size(); place++) {
      ChannelStatistics own = channels.get(place);
      ChannelStatistics like = likes.get(place);
      stretched.add(
          new ChannelStatistics(
              Math.min(own.least(), like.least()),
              Math.max(own.greatest(), like.greatest()),
              own.mean(),
              own.deviation(),
              own.zeros()));
    }
    return stretched;
  }
}
