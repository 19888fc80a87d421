package io.fovea.app.server;

import io.fovea.Classification;
import io.fovea.Prediction;
import io.fovea.explain.ChannelStatistics;
import io.fovea.image.Limits;
import io.fovea.image.Picture;
import io.fovea.image.Scale;
import io.fovea.network.Layer;
import io.fovea.tensor.Shape;
import io.fovea.tensor.Tensor;
import java.io.ByteArrayOutputStream;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.DoubleStream;

/** What a network makes of an input, as a page asks for it. */
final class LookRoutes {
  private static final int TOP = 10;
  private static final int MOST_TILE = 512;

  /** Tiles of so few channels the page has room to draw larger. */
  private static final int FEW = 24;

  private final Looks looks;

  LookRoutes(Looks looks) {
    this.looks = looks;
  }

  /** Scores, and each layer's most varied channel as a small picture. */
  byte[] look(Query query) {
    Look look = of(query).withStatistics();
    int size = query.number("size", 32, 8, 128);
    var thumbnails = new ArrayList<Map<String, Object>>();
    var pictures = new ByteArrayOutputStream();
    for (Layer layer : look.net().network().layers()) {
      query.wanted().check();
      thumbnails.add(thumbnail(look, layer.name(), size, pictures));
    }
    var head = new LinkedHashMap<String, Object>();
    look.milliseconds().ifPresent(milliseconds -> head.put("milliseconds", milliseconds));
    head.put("sides", sides(look.input().shape()));
    head.put("plane", plane(look.statistics(OneInput.of(look.net()).name())));
    head.put("scores", scores(look.classification()));
    head.put("noScores", look.whyNoScores());
    head.put("thumbnails", thumbnails);
    return BinaryAnswer.of(head, pictures.toByteArray());
  }

  /** Those of what the network was given; an array may have others than its input. */
  private static Map<String, Object> sides(Shape input) {
    return Map.of("height", input.height(), "width", input.width());
  }

  /** Between what an array is drawn: the ends of its first plane. */
  private static List<Object> plane(List<ChannelStatistics> input) {
    return statistics(input.get(0)).subList(0, 2);
  }

  /** The best, as a page reads them; none where there are none. */
  static List<Map<String, Object>> scores(Optional<Classification> given) {
    return given.map(all -> all.top(TOP)).orElse(List.of()).stream()
        .map(LookRoutes::score)
        .toList();
  }

  private static Map<String, Object> score(Prediction each) {
    return Map.of("index", each.index(), "label", each.label(), "score", each.score());
  }

  private static Map<String, Object> thumbnail(
      Look look, String layer, int size, ByteArrayOutputStream pictures) {
    Thumbnail thumbnail = Thumbnail.of(look, layer, size);
    Picture picture = thumbnail.picture();
    int offset = pictures.size();
    pictures.writeBytes(picture.toBytes());
    return Map.of(
        "layer", layer,
        "channel", thumbnail.channel(),
        "height", picture.height(),
        "width", picture.width(),
        "offset", offset);
  }

  private static boolean isSingle(Shape shape) {
    return shape.height() * shape.width() == 1;
  }

  /**
   * All channels of a layer as tiles of {@code size} rows and columns at most, of few channels
   * twice as many, told by {@link Tiles#differences}; where a channel is one value, the values.
   */
  byte[] tiles(Query query) {
    Look look = of(query);
    String layer = look.net().network().layer(query.text("layer")).name();
    Tensor activation = look.activation(layer);
    Shape shape = activation.shape();
    Scale scale = Scale.parse(query.optional("scale").orElse("layer"));
    List<Limits> limits = scale.limits(activation);
    Tiles tiles = Tiles.of(shape, side(query, shape));
    boolean bars = isSingle(shape);
    Map<String, Object> head =
        Map.of(
            "layer", layer,
            "height", shape.height(),
            "width", shape.width(),
            "channels", shape.channels(),
            "bars", bars,
            "tile", Map.of("height", tiles.height(), "width", tiles.width()),
            "limits", limits(limits),
            "statistics", statistics(look.statistics(layer)),
            "notFinite", notFinite(activation, look.statistics(layer)));
    return bars
        ? BinaryAnswer.of(head, activation.toArray())
        : BinaryAnswer.of(head, tiles.differences(tiles.draw(activation, limits)));
  }

  private static int side(Query query, Shape shape) {
    int size = query.number("size", 64, 8, MOST_TILE);
    return shape.channels() <= FEW ? 2 * size : size;
  }

  /** One pair where all channels have the same, else one for each. */
  static List<List<Double>> limits(List<Limits> limits) {
    boolean same = limits.stream().distinct().limit(2).count() == 1;
    return (same ? limits.subList(0, 1) : limits)
        .stream().map(each -> List.of(each.least(), each.greatest())).toList();
  }

  /** How many values are NaN or infinite; only channels whose mean is are looked through. */
  static int notFinite(Tensor activation, List<ChannelStatistics> statistics) {
    int count = 0;
    for (int channel = 0; channel < statistics.size(); channel++) {
      if (!Double.isFinite(statistics.get(channel).mean())) {
        FloatBuffer values = activation.channel(0, channel);
        while (values.hasRemaining()) {
          count += Float.isFinite(values.get()) ? 0 : 1;
        }
      }
    }
    return count;
  }

  /** Five numbers a channel. */
  static List<List<Object>> statistics(List<ChannelStatistics> all) {
    return all.stream().map(LookRoutes::statistics).toList();
  }

  private static List<Object> statistics(ChannelStatistics each) {
    return DoubleStream.of(
            each.least(), each.greatest(), each.mean(), each.deviation(), each.zeros())
        .mapToObj(RecordJson::number)
        .toList();
  }

  /** The values of one channel. */
  byte[] channel(Query query) {
    Look look = of(query);
    String layer = look.net().network().layer(query.text("layer")).name();
    Tensor activation = look.activation(layer);
    int channel = query.number("channel", 0, activation.shape().channels() - 1);
    var values = new float[activation.shape().height() * activation.shape().width()];
    activation.channel(0, channel).get(values);
    ChannelStatistics statistics = look.statistics(layer).get(channel);
    return BinaryAnswer.of(
        Map.of(
            "layer", layer,
            "channel", channel,
            "height", activation.shape().height(),
            "width", activation.shape().width(),
            "least", RecordJson.number(statistics.least()),
            "greatest", RecordJson.number(statistics.greatest())),
        values);
  }

  private Look of(Query query) {
    return looks.get(query.text("model"), query.text("input"), query.wanted());
  }
}
