package io.fovea.explain;

import io.fovea.tensor.Shape;
import io.fovea.tensor.Tensor;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * How much a layer's activation changed: from one picture to another, or from one network to
 * another.
 *
 * <p>A change is the root mean square of the difference, place by place, divided by the standard
 * deviation of both channels' values taken together. So it needs no unit: 0 where nothing changed,
 * √2 ≈ 1.41 where the two have nothing to do with each other but lie alike, at most 2, where one is
 * the other's contrary. Where it is all one value, before and after, nothing changed.
 *
 * <p>Activations of other height or width have no places in common. Their channels are compared by
 * how their values lie: the root of (difference of the means)² + (difference of the standard
 * deviations)², which is the least that the root mean square of a difference can be, in the place
 * of it.
 *
 * <p>Where values aren't finite, a change is NaN; such channels come last.
 *
 * @param change the same measure of all channels together: the root mean square of all differences
 *     divided by the standard deviation of all values of both activations, each channel of one
 *     weight
 * @param placeByPlace whether places were compared, not only how values lie
 * @param channels each channel, the one that changed most first
 */
public record Comparison(double change, boolean placeByPlace, List<ChannelChange> channels) {
  /** Keeps a copy of the list. */
  public Comparison {
    channels = List.copyOf(channels);
  }

  /**
   * Compares two activations.
   *
   * @param before 1 × C × H × W; of several items the first is looked at
   * @param after 1 × C × any height and width
   * @throws ExplainException if they haven't one number of channels
   */
  public static Comparison of(Tensor before, Tensor after) {
    Shape one = before.shape();
    Shape other = after.shape();
    if (one.channels() != other.channels()) {
      throw new ExplainException(
          "an activation of %s can't be compared with one of %s; take two of as many channels"
              .formatted(one.itemText(), other.itemText()));
    }
    boolean placeByPlace = one.height() == other.height() && one.width() == other.width();
    var channels = new ArrayList<ChannelChange>();
    var all = new ArrayList<Moments>();
    for (int channel = 0; channel < one.channels(); channel++) {
      Moments moments = Moments.of(values(before, channel), values(after, channel), placeByPlace);
      channels.add(moments.change(channel));
      all.add(moments);
    }
    channels.sort(Comparator.comparingDouble(Comparison::unchanged));
    return new Comparison(Moments.change(all), placeByPlace, channels);
  }

  /** The less, the more a channel changed; NaN, which is more than all, stays NaN. */
  private static double unchanged(ChannelChange channel) {
    return -channel.change();
  }

  private static float[] values(Tensor tensor, int channel) {
    var values = new float[tensor.shape().height() * tensor.shape().width()];
    tensor.channel(0, channel).get(values);
    return values;
  }
}
