package io.fovea.app.server;

import io.fovea.explain.Box;
import io.fovea.explain.ChannelStatistics;
import io.fovea.explain.FilterFinder;
import io.fovea.explain.Found;
import io.fovea.explain.FoundFilters;
import io.fovea.image.Limits;
import io.fovea.network.Layer;
import io.fovea.network.Size;
import io.fovea.tensor.Shape;
import io.fovea.tensor.Tensor;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which channels see what is in a box, as a page asks for it. */
final class FindRoutes {
  private static final Set<LayerKind> COMPUTE =
      Set.of(
          LayerKind.CONVOLUTION, LayerKind.ACTIVATION, LayerKind.POOLING, LayerKind.NORMALIZATION);

  private final Looks looks;

  FindRoutes(Looks looks) {
    this.looks = looks;
  }

  /**
   * The channels that stand out most inside a box. Those of the ReLU layers are examined, since
   * they hold what a layer passes on; of all layers that compute, where that is asked for or there
   * is no ReLU.
   */
  byte[] find(Query query) {
    Look look = looks.get(query.text("model"), query.text("input"), query.wanted());
    int size = query.number("size", 48, 8, 128);
    int count = query.number("count", 24, 1, 200);
    boolean all = query.optional("among").filter("all"::equals).isPresent();
    Shape input = look.input().shape();
    FilterFinder finder =
        FilterFinder.of(Size.of(input.height(), input.width()), box(query, input), count);
    for (Layer layer : examined(look, all)) {
      query.wanted().check();
      finder.examine(layer.name(), look.activation(layer.name()));
    }
    return answer(look, finder.found(), size);
  }

  private static List<Layer> examined(Look look, boolean all) {
    List<Layer> layers = look.net().network().layers();
    List<Layer> rectified =
        layers.stream().filter(layer -> LayerKind.of(layer) == LayerKind.ACTIVATION).toList();
    return rectified.isEmpty() || all
        ? layers.stream().filter(layer -> COMPUTE.contains(LayerKind.of(layer))).toList()
        : rectified;
  }

  private static Box box(Query query, Shape input) {
    String text = query.text("box");
    String[] sides = text.split(",");
    try {
      if (sides.length == 4) {
        int top = Integer.parseInt(sides[0]);
        int left = Integer.parseInt(sides[1]);
        int bottom = Math.min(Integer.parseInt(sides[2]), input.height());
        int right = Math.min(Integer.parseInt(sides[3]), input.width());
        return new Box(top, left, bottom, right);
      }
    } catch (NumberFormatException e) {
      // said below
    }
    throw RequestException.wrong(
        "\"box\" is %s; it must be four whole numbers: top,left,bottom,right".formatted(text));
  }

  private static byte[] answer(Look look, FoundFilters found, int size) {
    var list = new ArrayList<Map<String, Object>>();
    var pictures = new ByteArrayOutputStream();
    for (Found each : found.best()) {
      Tensor activation = look.activation(each.layer());
      Tiles tiles = Tiles.of(activation.shape(), size);
      ChannelStatistics statistics = look.statistics(each.layer()).get(each.channel());
      var picture = new byte[tiles.bytes()];
      var limits = new Limits(statistics.least(), statistics.greatest());
      tiles.draw(activation, each.channel(), limits, picture, 0);
      Map<String, Object> json = new LinkedHashMap<>(RecordJson.of(each));
      json.put("offset", pictures.size());
      json.put("height", tiles.height());
      json.put("width", tiles.width());
      list.add(json);
      pictures.writeBytes(picture);
    }
    return BinaryAnswer.of(
        Map.of("layers", found.layers(), "channels", found.channels(), "found", list),
        pictures.toByteArray());
  }
}
