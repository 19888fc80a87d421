package io.fovea.bench;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.Set;

/** A person who looks at layers. */
final class PageLayers {
  private static final List<String> SCALES =
      List.of("layer", "channel", "none", "symmetric", "1%:99%");
  private static final List<Integer> SIZES = List.of(64, 64, 64, 128);
  private static final Set<String> WITH_BEFORE = Set.of("activation", "pooling", "normalization");
  private static final Set<String> WITH_WEIGHTS = Set.of("convolution", "dense");
  private static final int LEAST_STEPS = 2;
  private static final int MORE_STEPS = 5;
  private static final int STEP_MILLISECONDS = 200;

  private final PageApi api;
  private final Chance chance;
  private final Pauses pauses;

  PageLayers(PageApi api, Chance chance, Pauses pauses) {
    this.api = api;
    this.chance = chance;
    this.pauses = pauses;
  }

  /** A layer's montage, one of its channels, and the arithmetic of one value of it. */
  void look(PageShown shown) {
    JsonObject layer = chance.any(shown.layers());
    JsonObject tiles =
        api.head(
            tiles(shown, layer, "tiles")
                .with("scale", chance.any(SCALES))
                .with("size", chance.any(SIZES)));
    value(shown, layer, chance.below(tiles.get("channels").getAsInt()));
  }

  /**
   * Steps down through some layers, faster than they come: each step takes the place of the one
   * before. The layer after the last is fetched ahead.
   */
  void walk(PageShown shown) {
    int steps = LEAST_STEPS + chance.below(MORE_STEPS);
    int first = chance.below(shown.layers().size() - steps);
    for (int step = 0; step < steps - 1; step++) {
      api.glance(plain(shown, first + step, "tiles"));
      pauses.pause(chance.below(STEP_MILLISECONDS));
    }
    JsonObject tiles = api.head(plain(shown, first + steps - 1, "tiles"));
    api.glance(plain(shown, first + steps, "ahead"));
    value(
        shown,
        shown.layers().get(first + steps - 1),
        chance.below(tiles.get("channels").getAsInt()));
  }

  /** What a layer has learned, if anything. */
  void weights(PageShown shown) {
    JsonObject layer = chance.any(shown.layers());
    if (WITH_WEIGHTS.contains(PageShown.kind(layer))) {
      api.head(
          PageQuery.of("api/weights", "weights")
              .with("model", shown.model())
              .with("layer", PageShown.name(layer))
              .with("filter", 0));
    }
  }

  private void value(PageShown shown, JsonObject layer, int channel) {
    JsonObject plane = api.head(plane(shown, PageShown.name(layer), channel, "plane"));
    JsonArray inputs = layer.getAsJsonArray("inputs");
    if (WITH_BEFORE.contains(PageShown.kind(layer)) && inputs.size() == 1) {
      api.head(plane(shown, inputs.get(0).getAsString(), channel, "planeBefore"));
    }
    api.json(
        shown
            .query("api/explain", "value")
            .with("layer", PageShown.name(layer))
            .with("channel", channel)
            .with("row", chance.below(plane.get("height").getAsInt()))
            .with("column", chance.below(plane.get("width").getAsInt())));
  }

  private static PageQuery plane(PageShown shown, String layer, int channel, String kind) {
    return shown.query("api/channel", kind).with("layer", layer).with("channel", channel);
  }

  private static PageQuery plain(PageShown shown, int place, String kind) {
    return tiles(shown, shown.layers().get(place), kind).with("scale", "layer").with("size", 64);
  }

  private static PageQuery tiles(PageShown shown, JsonObject layer, String kind) {
    return shown.query("api/tiles", kind).with("layer", PageShown.name(layer));
  }
}
