package io.fovea.app.server;

import io.fovea.explain.Comparison;
import io.fovea.network.Layer;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** All layers of two looks, each with how much it changed and a small picture of both sides. */
final class ComparedRows {
  private final Look before;
  private final Look after;
  private final int size;
  private final List<Map<String, @Nullable Object>> rows = new ArrayList<>();
  private final ByteArrayOutputStream pictures = new ByteArrayOutputStream();

  private ComparedRows(Look before, Look after, int size) {
    this.before = before;
    this.after = after;
    this.size = size;
  }

  /**
   * The answer: a head with the scores and the rows, a body with the pictures.
   *
   * @param size the most rows and columns of a picture
   * @param wanted is asked before each layer
   * @throws RequestException if it is no longer wanted
   */
  static byte[] of(Look before, Look after, int size, Wanted wanted) {
    var compared = new ComparedRows(before, after, size);
    for (LayerPair pair : LayerPair.of(before.net().network(), after.net().network())) {
      wanted.check();
      compared.add(pair);
    }
    return BinaryAnswer.of(
        Map.of(
            "scores", ComparedScores.of(before, after),
            "noScores", List.of(before.whyNoScores(), after.whyNoScores()),
            "rows", compared.rows),
        compared.pictures.toByteArray());
  }

  private void add(LayerPair pair) {
    Optional<LayerLook> one = pair.before().map(layer -> LayerLook.of(before, layer));
    Optional<LayerLook> other = pair.after().map(layer -> LayerLook.of(after, layer));
    var row = new LinkedHashMap<String, @Nullable Object>();
    row.put("name", pair.name());
    row.put("otherName", pair.after().map(Layer::name).orElse(null));
    row.put("kind", LayerKind.of(pair.before().or(pair::after).orElseThrow()).word());
    row.put("size", one.map(LayerLook::size).orElse(null));
    row.put("otherSize", other.map(LayerLook::size).orElse(null));
    Optional<ComparedSides> sides =
        one.flatMap(left -> other.map(right -> ComparedSides.of(before, after, left, right)));
    row.put("matched", sides.map(ComparedSides::matched).orElse(null));
    Optional<ComparedSides> comparable = sides.filter(ComparedSides::isComparable);
    row.put("comparable", comparable.isPresent());
    if (comparable.isPresent()) {
      compare(row, comparable.get());
    } else {
      one.ifPresent(look -> row.put("picture", draw(ComparedPicture.of(look))));
      other.ifPresent(look -> row.put("otherPicture", draw(ComparedPicture.of(look))));
    }
    rows.add(row);
  }

  private void compare(Map<String, @Nullable Object> row, ComparedSides sides) {
    Comparison comparison = Comparison.of(sides.before(), sides.after());
    ComparedPictures both = ComparedPictures.of(sides, isOneNetwork());
    row.put("change", RecordJson.number(comparison.change()));
    row.put("placeByPlace", comparison.placeByPlace());
    row.put("oneScale", both.oneScale());
    row.put("picture", draw(both.before()));
    row.put("otherPicture", draw(both.after()));
  }

  private boolean isOneNetwork() {
    return before.net().network() == after.net().network(); // of a name there is one
  }

  private Map<String, Object> draw(ComparedPicture picture) {
    Tiles tiles = Tiles.of(picture.activation().shape(), size);
    int offset = pictures.size();
    pictures.writeBytes(picture.draw(tiles));
    return Map.of("height", tiles.height(), "width", tiles.width(), "offset", offset);
  }
}
