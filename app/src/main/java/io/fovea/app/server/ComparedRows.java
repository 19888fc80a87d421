package io.fovea.app.server;

import io.fovea.explain.ChannelChange;
import io.fovea.explain.Comparison;
import io.fovea.image.Limits;
import io.fovea.network.Layer;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * All layers of two looks, each with how much it changed and a small picture of both sides: the
 * channel that varies most, on one scale where it is the same channel.
 */
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
      one.ifPresent(look -> row.put("picture", draw(look)));
      other.ifPresent(look -> row.put("otherPicture", draw(look)));
    }
    rows.add(row);
  }

  private void compare(Map<String, @Nullable Object> row, ComparedSides sides) {
    Comparison comparison = Comparison.of(sides.before(), sides.after());
    int matched = mostVaried(comparison);
    LayerLook one = sides.one();
    LayerLook other = sides.other();
    int channel = sides.channels().get(matched);
    int like = sides.otherChannels().get(matched);
    Limits limits = PairedLimits.both(one.limits(channel), other.limits(like));
    row.put("change", RecordJson.number(comparison.change()));
    row.put("placeByPlace", comparison.placeByPlace());
    row.put("channel", channel);
    row.put("picture", draw(one, channel, limits));
    row.put("otherPicture", draw(other, like, limits));
  }

  private static int mostVaried(Comparison comparison) {
    List<ChannelChange> channels = comparison.channels();
    int found = Greatest.of(channels, each -> each.deviationBefore() + each.deviationAfter());
    return channels.get(found).channel();
  }

  private Map<String, Object> draw(LayerLook look) {
    int channel = look.mostVaried();
    return draw(look, channel, look.limits(channel));
  }

  private Map<String, Object> draw(LayerLook look, int channel, Limits limits) {
    Tiles tiles = Tiles.of(look.activation().shape(), size);
    var picture = new byte[tiles.bytes()];
    tiles.draw(look.activation(), channel, limits, picture, 0);
    int offset = pictures.size();
    pictures.writeBytes(picture);
    return Map.of("height", tiles.height(), "width", tiles.width(), "offset", offset);
  }
}
