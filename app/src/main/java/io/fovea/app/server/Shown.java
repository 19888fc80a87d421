package io.fovea.app.server;

import io.fovea.image.ColorMap;
import io.fovea.image.Limits;
import io.fovea.image.Montage;
import io.fovea.image.Scale;
import io.fovea.network.Layer;
import io.fovea.tensor.Shape;
import io.fovea.tensor.Tensor;
import java.util.Optional;
import java.util.Set;

/**
 * What a page shows of a layer.
 *
 * @param look what the network made of the input
 * @param layer the layer's own name
 * @param channel the selected one, from 0
 * @param scaleText the scale as it is written
 * @param map the colours
 */
record Shown(Look look, String layer, Optional<Integer> channel, String scaleText, ColorMap map) {
  private static final int READABLE = 448;

  /** What is shown beside what goes in. */
  private static final Set<LayerKind> BESIDE =
      Set.of(LayerKind.ACTIVATION, LayerKind.POOLING, LayerKind.NORMALIZATION);

  /**
   * What a request asks for.
   *
   * @throws io.fovea.tensor.FoveaException if there is no such thing
   */
  static Shown of(Query query, Looks looks) {
    Look look = looks.get(query.text("model"), query.text("input"), query.wanted());
    String layer = look.net().network().layer(query.text("layer")).name();
    int channels = look.activation(layer).shape().channels();
    Optional<Integer> channel =
        query.optional("channel").map(any -> query.number("channel", 0, channels - 1));
    String scale = query.optional("scale").orElse("layer");
    String map = query.optional("map").orElse("auto");
    return new Shown(
        look, layer, channel, scale, map.equals("auto") ? suiting(scale) : ColorMap.parse(map));
  }

  /** Gray, or a map with a middle where 0 is in the middle of the scale. */
  private static ColorMap suiting(String scale) {
    return scale.equals("symmetric") ? ColorMap.SIGNED : ColorMap.GRAY;
  }

  /** What black and white stand for. */
  Scale scale() {
    return Scale.parse(scaleText);
  }

  /** The values, 1 × C × H × W. */
  Tensor activation() {
    return look.activation(layer);
  }

  /** All channels. */
  Montage montage(ChannelSort sort) {
    return Montage.of(sort.arrange(activation(), look.statistics(layer)))
        .withScale(scale())
        .withColorMap(map);
  }

  /** One channel as the page shows it large: so large that its values can be told. */
  Montage alone(int which) {
    Shape shape = activation().shape();
    int times = times(shape);
    return Montage.of(values(which))
        .withScale(scale(which))
        .withThumbnailSize(shape.height() * times, shape.width() * times)
        .withColorMap(map);
  }

  /** The values of one channel, 1 × 1 × H × W. */
  Tensor values(int which) {
    return ChannelPlane.of(activation(), which);
  }

  /** How many pixels wide and high a value of a channel alone is drawn. */
  static int times(Shape shape) {
    return Math.max(1, READABLE / Math.max(shape.height(), shape.width()));
  }

  /**
   * What black and white stand for in one channel alone, as the page draws it: its own ends, of a
   * ReLU, pooling or normalization together with those of what went in, and of signs around 0.
   */
  Limits limits(int which) {
    Limits own = ends(layer, which);
    Limits both = before().map(given -> PairedLimits.both(own, ends(given, which))).orElse(own);
    return map == ColorMap.SIGNED ? PairedLimits.aroundZero(both) : both;
  }

  private Limits ends(String name, int which) {
    return OwnLimits.of(look.activation(name), which, look.statistics(name).get(which));
  }

  /** The layer that the page shows beside it, channel by channel. */
  private Optional<String> before() {
    Layer shown = look.net().network().layer(layer);
    return BESIDE.contains(LayerKind.of(shown)) && shown.inputs().size() == 1
        ? Optional.of(shown.inputs().get(0))
        : Optional.empty();
  }

  private Scale scale(int which) {
    Limits limits = limits(which);
    return limits.least() < limits.greatest()
        ? Scale.range(limits.least(), limits.greatest())
        : Scale.none();
  }
}
