package io.fovea.app.server;

import io.fovea.image.Limits;
import io.fovea.image.Scale;
import io.fovea.tensor.Tensor;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/** Scales that hold for a layer on both sides, so that the same gray is the same value. */
final class PairedLimits {
  private final List<Limits> channels;

  private PairedLimits(List<Limits> channels) {
    this.channels = channels;
  }

  /** Of the channels that are matched. */
  static PairedLimits of(ComparedSides sides) {
    return new PairedLimits(
        IntStream.range(0, sides.channels().size())
            .mapToObj(
                place ->
                    both(
                        sides.one().limits(sides.channels().get(place)),
                        sides.other().limits(sides.otherChannels().get(place))))
            .toList());
  }

  /** From the least of both to the greatest of both. */
  static Limits both(Limits one, Limits other) {
    return new Limits(
        Math.min(one.least(), other.least()), Math.max(one.greatest(), other.greatest()));
  }

  /**
   * The scale of what stands at each of these places.
   *
   * @param own whether each has its own; else one holds for all channels of the layer
   */
  List<Limits> of(List<Integer> wanted, boolean own) {
    return own
        ? wanted.stream().map(channels::get).toList()
        : Collections.nCopies(wanted.size(), whole());
  }

  private Limits whole() {
    double least = channels.stream().mapToDouble(Limits::least).min().orElseThrow();
    double greatest = channels.stream().mapToDouble(Limits::greatest).max().orElseThrow();
    return new Limits(least, greatest);
  }

  /**
   * Scales of differences, from −m to m.
   *
   * @param own whether m is the greatest magnitude of each channel; else that of all
   */
  static List<Limits> aroundZero(Tensor difference, boolean own) {
    return own
        ? Scale.channel().limits(difference).stream().map(PairedLimits::aroundZero).toList()
        : Scale.symmetric().limits(difference);
  }

  /** From −m to m, the greatest magnitude; −1 to 1 where all is 0. */
  static Limits aroundZero(Limits limits) {
    double most = Math.max(Math.abs(limits.least()), Math.abs(limits.greatest()));
    double end = most == 0 ? 1 : most;
    return new Limits(-end, end);
  }
}
