package io.fovea.bench;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.stream.StreamSupport;

/** A person who compares what a network makes of two pictures. */
final class PageComparing {
  private static final List<String> SCALES = List.of("channel", "layer");

  private final PageApi api;
  private final Chance chance;

  PageComparing(PageApi api, Chance chance) {
    this.api = api;
    this.chance = chance;
  }

  /**
   * All layers side by side, then one of them. Every other time the sides are swapped before the
   * answer is there.
   */
  void compare(PageShown shown) {
    List<String> others =
        shown.samples().stream().filter(sample -> !sample.equals(shown.input())).toList();
    PageShown one = shown;
    PageShown other = shown.of(chance.any(others));
    if (chance.coin()) {
      api.glance(rows(one, other));
      one = other;
      other = shown;
    }
    JsonObject rows = api.head(rows(one, other));
    List<String> layers =
        StreamSupport.stream(rows.getAsJsonArray("rows").spliterator(), false)
            .map(JsonElement::getAsJsonObject)
            .filter(row -> row.get("comparable").getAsBoolean())
            .map(PageShown::name)
            .toList();
    api.head(
        pair(one, other, "comparedLayer")
            .with("layer", chance.any(layers))
            .with("scale", chance.any(SCALES))
            .with("size", 64)
            .with("count", 256));
  }

  private static PageQuery rows(PageShown one, PageShown other) {
    return pair(one, other, "compared").with("size", 32);
  }

  private static PageQuery pair(PageShown one, PageShown other, String kind) {
    return one.query("api/compare", kind)
        .with("otherModel", other.model())
        .with("otherInput", other.input());
  }
}
