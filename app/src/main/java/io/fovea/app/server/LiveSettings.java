package io.fovea.app.server;

import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonParser;
import com.grack.nanojson.JsonParserException;
import io.fovea.image.Scale;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a page wants to see of its camera's pictures.
 *
 * @param number the page's own for what it asks; each answer tells it again, so that the page knows
 *     which answers belong together
 * @param model the network's name
 * @param layer the layer whose channels are shown
 * @param scale how values become grays
 * @param size the most rows and columns of a tile, 8 to 512
 * @param height rows of the pictures that follow
 * @param width columns
 * @param channels those on screen, from 0; empty where that isn't known, and all are wanted
 * @param channel the one that is shown large, whose values come too; −1 for none
 * @param scoresEvery the scores come with the first picture and each so many; 0 for never
 * @param statisticsEvery how each channel's values lie comes with the first picture and each so
 *     many; 0 for the first alone
 */
record LiveSettings(
    int number,
    String model,
    String layer,
    Scale scale,
    int size,
    int height,
    int width,
    Optional<List<Integer>> channels,
    int channel,
    int scoresEvery,
    int statisticsEvery) {
  private static final int LEAST_TILE = 8;
  private static final int MOST_TILE = 512;
  private static final int MOST_SIDE = 1024;
  private static final int MOST_BETWEEN = 1_000;

  /**
   * Reads what a page sends: an object with {@code model, layer, height, width} and any of {@code
   * number, scale, size, channels, channel, scoresEvery, statisticsEvery}.
   *
   * @throws io.fovea.tensor.FoveaException if it is none, or a value isn't as it must be
   */
  static LiveSettings parse(String json) {
    JsonObject object = object(json);
    return new LiveSettings(
        number(object, "number", 0, 0, Integer.MAX_VALUE),
        text(object, "model"),
        text(object, "layer"),
        Scale.parse(object.getString("scale", "layer")),
        number(object, "size", 64, LEAST_TILE, MOST_TILE),
        number(object, "height", 0, 1, MOST_SIDE),
        number(object, "width", 0, 1, MOST_SIDE),
        channels(object),
        number(object, "channel", -1, -1, Integer.MAX_VALUE),
        number(object, "scoresEvery", 0, 0, MOST_BETWEEN),
        number(object, "statisticsEvery", 0, 0, MOST_BETWEEN));
  }

  /** Whether the page asks for the same, and the same layer of the same network. */
  boolean isAbout(LiveSettings other) {
    return number == other.number && model.equals(other.model) && layer.equals(other.layer);
  }

  private static JsonObject object(String json) {
    try {
      return JsonParser.object().from(json);
    } catch (JsonParserException e) {
      throw RequestException.wrong(
          "the settings of live pictures are one JSON object with model, layer, height and width,"
              + " but this is none");
    }
  }

  private static String text(JsonObject object, String name) {
    String text = object.getString(name, "");
    if (text.isEmpty()) {
      throw RequestException.wrong(
          "the settings of live pictures lack \"" + name + "\"; add it as a text");
    }
    return text;
  }

  private static int number(
      JsonObject object, String name, int otherwise, int least, int greatest) {
    int number = object.getInt(name, otherwise);
    if (number < least || number > greatest) {
      throw RequestException.wrong(
          "\"%s\" of the live pictures is %d; it must be from %d to %d"
              .formatted(name, number, least, greatest));
    }
    return number;
  }

  /** Null or left out: unknown. An empty list: none. */
  private static Optional<List<Integer>> channels(JsonObject object) {
    if (!(object.get("channels") instanceof List<?> list)) {
      return Optional.empty();
    }
    var channels = new ArrayList<Integer>();
    for (Object each : list) {
      if (!(each instanceof Integer channel)) {
        throw RequestException.wrong(
            "\"channels\" of the live pictures holds %s; it must hold whole numbers from 0"
                .formatted(each));
      }
      channels.add(channel);
    }
    return Optional.of(List.copyOf(channels));
  }
}
