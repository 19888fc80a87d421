package io.fovea.app.server;

import io.fovea.image.Scale;
import java.util.LinkedHashSet;
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
    var sent =
        SentObject.parse(
            json,
            "the settings of live pictures are one JSON object with model, layer, height and"
                + " width");
    return new LiveSettings(
        number(sent, "number", 0, 0, Integer.MAX_VALUE),
        text(sent, "model"),
        text(sent, "layer"),
        Scale.parse(sent.text("scale").orElse("layer")),
        number(sent, "size", 64, LEAST_TILE, MOST_TILE),
        number(sent, "height", 0, 1, MOST_SIDE),
        number(sent, "width", 0, 1, MOST_SIDE),
        channels(sent),
        number(sent, "channel", -1, -1, Integer.MAX_VALUE),
        number(sent, "scoresEvery", 0, 0, MOST_BETWEEN),
        number(sent, "statisticsEvery", 0, 0, MOST_BETWEEN));
  }

  /** Whether the page asks for the same, and the same layer of the same network. */
  boolean isAbout(LiveSettings other) {
    return number == other.number && model.equals(other.model) && layer.equals(other.layer);
  }

  private static String text(SentObject sent, String name) {
    return sent.text(name)
        .orElseThrow(
            () ->
                RequestException.wrong(
                    "the settings of live pictures lack \"" + name + "\"; add it as a text"));
  }

  private static int number(SentObject sent, String name, int otherwise, int least, int greatest) {
    long number = sent.whole(name).orElse((long) otherwise);
    if (number < least || number > greatest) {
      throw RequestException.wrong(
          "\"%s\" of the live pictures is %d; it must be from %d to %d"
              .formatted(name, number, least, greatest));
    }
    return (int) number;
  }

  /**
   * Null or left out: unknown. An empty list: none. Each stands in it once, so that an answer is
   * never larger than all channels are.
   */
  private static Optional<List<Integer>> channels(SentObject sent) {
    Object value = sent.object().get("channels");
    if (value == null) {
      return Optional.empty();
    }
    if (!(value instanceof List<?> list && list.stream().allMatch(Integer.class::isInstance))) {
      throw RequestException.wrong(
          "\"channels\" of the live pictures must be a list of whole numbers from 0");
    }
    var channels = new LinkedHashSet<Integer>();
    for (Object each : list) {
      int channel = (Integer) each;
      if (!channels.add(channel)) {
        throw RequestException.wrong(
            "\"channels\" of the live pictures holds %d twice; name each channel once"
                .formatted(channel));
      }
    }
    return Optional.of(List.copyOf(channels));
  }
}
