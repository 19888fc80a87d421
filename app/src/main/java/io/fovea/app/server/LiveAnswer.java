package io.fovea.app.server;

import io.fovea.Input;
import io.fovea.Net;
import io.fovea.explain.ChannelStatistics;
import io.fovea.image.Limits;
import io.fovea.tensor.FoveaException;
import io.fovea.tensor.Shape;
import io.fovea.tensor.Tensor;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * What a page is told of a live picture: the tiles that are on its screen, as {@code api/tiles}
 * gives them, and now and then the scores.
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
    Tensor activation = net.activations(Input.of(input), List.of(layer)).get(layer).tensor();
    var head = new LinkedHashMap<String, Object>();
    head.put("frame", frame.number());
    head.put("layer", layer);
    if (frame.wantsScores()) {
      head.put("scores", scores(net, input));
    }
    if (frame.isFirst()) {
      head.put("statistics", LookRoutes.statistics(ChannelStatistics.of(activation)));
    }
    return tiles(head, settings, activation, before);
  }

  private static List<Map<String, Object>> scores(Net net, Tensor input) {
    try {
      return LookRoutes.scores(net.classify(input).get(0));
    } catch (FoveaException e) {
      return List.of(); // the network tells no classes
    }
  }

  private static byte[] tiles(
      Map<String, Object> head, LiveSettings settings, Tensor activation, long before) {
    Shape shape = activation.shape();
    boolean bars = shape.height() * shape.width() == 1;
    List<Limits> limits = settings.scale().limits(activation);
    List<Integer> shown = shown(settings, shape, bars);
    Tiles tiles = Tiles.of(shape, settings.size());
    head.put("height", shape.height());
    head.put("width", shape.width());
    head.put("channels", shape.channels());
    head.put("bars", bars);
    head.put("tile", Map.of("height", tiles.height(), "width", tiles.width()));
    head.put("list", shown);
    head.put("limits", LookRoutes.limits(shown.stream().map(limits::get).toList()));
    var pictures = new byte[bars ? 0 : shown.size() * tiles.bytes()];
    for (int place = 0; place < shown.size() && !bars; place++) {
      int channel = shown.get(place);
      tiles.draw(activation, channel, limits.get(channel), pictures, place * tiles.bytes());
    }
    head.put("milliseconds", (System.nanoTime() - before) / NANOSECONDS);
    return bars ? BinaryAnswer.of(head, activation.toArray()) : BinaryAnswer.of(head, pictures);
  }

  /** The channels that are wanted; all of them where none is named, or they are bars. */
  private static List<Integer> shown(LiveSettings settings, Shape shape, boolean bars) {
    if (bars || settings.channels().isEmpty()) {
      return IntStream.range(0, shape.channels()).boxed().toList();
    }
    for (int channel : settings.channels()) {
      if (channel < 0 || channel >= shape.channels()) {
        throw RequestException.wrong(
            "channel %d isn't among the %d of %s; they are counted from 0"
                .formatted(channel, shape.channels(), settings.layer()));
      }
    }
    return settings.channels();
  }
}
