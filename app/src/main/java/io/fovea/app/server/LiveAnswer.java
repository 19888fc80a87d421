package io.fovea.app.server;

import io.fovea.Input;
import io.fovea.LayerActivation;
import io.fovea.Net;
import io.fovea.explain.ChannelStatistics;
import io.fovea.image.Limits;
import io.fovea.tensor.FoveaException;
import io.fovea.tensor.Shape;
import io.fovea.tensor.Tensor;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * What a page is told of a live picture: the tiles that are on its screen, as {@code api/tiles}
 * gives them, the values of the channel that is shown large, and now and then the scores.
 */
final class LiveAnswer {
  private static final double NANOSECONDS = 1e6;

  private LiveAnswer() {}

  /**
   * Runs the network up to the layer that is shown, and to its end only where scores are wanted.
   *
   * @throws FoveaException if there is no such layer or channel, or the picture doesn't fit
   */
  static byte[] of(Net net, LiveFrame frame) {
    long before = System.nanoTime();
    LiveSettings settings = frame.settings();
    Tensor input = frame.prepare(net);
    String layer = net.network().layer(settings.layer()).name();
    String output = net.network().outputs().get(0).name();
    Map<String, LayerActivation> given =
        net.activations(
            Input.of(input), frame.wantsScores() ? List.of(layer, output) : List.of(layer));
    Tensor activation = given.get(layer).tensor();
    var head = new LinkedHashMap<String, Object>();
    head.put("frame", frame.number());
    head.put("settings", settings.number());
    head.put("layer", layer);
    if (frame.wantsScores()) {
      Scored scored = Scored.of(() -> net.classify(given.get(output)));
      head.put("scores", LookRoutes.scores(scored.classification()));
      head.put("noScores", scored.why());
    }
    if (frame.wantsStatistics()) {
      List<ChannelStatistics> statistics = ChannelStatistics.of(activation);
      head.put("statistics", LookRoutes.statistics(statistics));
      head.put("notFinite", LookRoutes.notFinite(activation, statistics));
    }
    return answer(head, settings, activation, before);
  }

  private static byte[] answer(
      Map<String, Object> head, LiveSettings settings, Tensor activation, long before) {
    Shape shape = activation.shape();
    head.put("height", shape.height());
    head.put("width", shape.width());
    head.put("channels", shape.channels());
    boolean bars = shape.height() * shape.width() == 1;
    head.put("bars", bars);
    List<Limits> limits = settings.scale().limits(activation);
    List<Integer> shown = shown(settings, shape, bars);
    head.put("list", shown);
    List<List<Double>> pairs = LookRoutes.limits(limits);
    boolean eachOwn = pairs.size() > 1;
    head.put("eachOwn", eachOwn);
    head.put("limits", eachOwn ? shown.stream().map(pairs::get).toList() : pairs);
    ByteBuffer body = bars ? bars(activation) : pictures(head, settings, activation, limits, shown);
    head.put("milliseconds", (System.nanoTime() - before) / NANOSECONDS);
    return BinaryAnswer.of(head, body.array());
  }

  private static ByteBuffer bars(Tensor activation) {
    float[] values = activation.toArray();
    ByteBuffer body = buffer(values.length * Float.BYTES);
    body.asFloatBuffer().put(values);
    return body;
  }

  /** The tiles, and after them the values of the channel that is shown large. */
  private static ByteBuffer pictures(
      Map<String, Object> head,
      LiveSettings settings,
      Tensor activation,
      List<Limits> limits,
      List<Integer> shown) {
    Shape shape = activation.shape();
    Tiles tiles = Tiles.of(shape, settings.size());
    head.put("tile", Map.of("height", tiles.height(), "width", tiles.width()));
    int bytes = shown.size() * tiles.bytes();
    int offset = (bytes + Float.BYTES - 1) / Float.BYTES * Float.BYTES;
    int channel = settings.channel();
    boolean large = channel >= 0 && channel < shape.channels();
    ByteBuffer body = buffer(large ? offset + shape.height() * shape.width() * Float.BYTES : bytes);
    for (int place = 0; place < shown.size(); place++) {
      int each = shown.get(place);
      tiles.draw(activation, each, limits.get(each), body.array(), place * tiles.bytes());
    }
    if (large) {
      head.put("plane", Map.of("channel", channel, "offset", offset));
      body.position(offset).asFloatBuffer().put(activation.channel(0, channel).duplicate());
    }
    return body;
  }

  private static ByteBuffer buffer(int bytes) {
    return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  /** The channels that are wanted; all of them where that isn't known, or they are bars. */
  private static List<Integer> shown(LiveSettings settings, Shape shape, boolean bars) {
    if (bars || settings.channels().isEmpty()) {
      return IntStream.range(0, shape.channels()).boxed().toList();
    }
    List<Integer> wanted = settings.channels().get();
    for (int channel : wanted) {
      if (channel < 0 || channel >= shape.channels()) {
        throw RequestException.wrong(
            "channel %d isn't among the %d of %s; they are counted from 0"
                .formatted(channel, shape.channels(), settings.layer()));
      }
    }
    return wanted;
  }
}
