package io.fovea.app.server;

import io.fovea.explain.Arithmetic;
import io.fovea.explain.Patch;
import io.fovea.explain.Place;
import io.fovea.explain.ReceptiveFields;
import io.fovea.network.Layer;
import io.fovea.network.Network;
import io.fovea.tensor.Shape;
import io.fovea.tensor.Tensor;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How one value of a layer came about, as a page asks for it. */
final class ValueRoutes {
  private final Looks looks;

  ValueRoutes(Looks looks) {
    this.looks = looks;
  }

  /** A value as the query names it. */
  Map<String, @Nullable Object> explain(Query query) {
    Look look = looks.get(query.text("model"), query.text("input"), query.wanted());
    Layer layer = look.net().network().layer(query.text("layer"));
    Shape shape = look.activation(layer.name()).shape();
    var place =
        new Place(
            query.number("channel", 0, shape.channels() - 1),
            query.number("row", 0, shape.height() - 1),
            query.number("column", 0, shape.width() - 1));
    return explain(look, layer, place);
  }

  /**
   * The value, what it sees of the picture, the arithmetic that made it, and that of the ReLUs that
   * take it.
   */
  static Map<String, @Nullable Object> explain(Look look, Layer layer, Place place) {
    Tensor activation = look.activation(layer.name());
    List<Tensor> inputs =
        layer.inputs().isEmpty()
            ? List.of(activation) // an image input takes the picture itself
            : layer.inputs().stream().map(look::activation).toList();
    Shape input = inputs.get(0).shape();
    Map<String, @Nullable Object> json = told(layer, inputs, place);
    json.put(
        "value",
        RecordJson.number(activation.get(0, place.channel(), place.row(), place.column())));
    json.put("inputSize", List.of(input.height(), input.width()));
    json.put("field", field(look, layer, place).map(RecordJson::of).orElse(null));
    json.put(
        "next",
        activations(look.net().network(), layer)
            .map(each -> told(each, List.of(activation), place))
            .toList());
    return json;
  }

  /** The layer, and its arithmetic with the kind of that. */
  private static Map<String, @Nullable Object> told(Layer layer, List<Tensor> inputs, Place place) {
    Arithmetic arithmetic =
        Arithmetic.of(layer, inputs, place.channel(), place.row(), place.column());
    var json = new LinkedHashMap<String, @Nullable Object>();
    json.put("layer", layer.name());
    json.put("kind", arithmetic.getClass().getSimpleName().toLowerCase(Locale.ROOT));
    json.put("arithmetic", RecordJson.of((Record) arithmetic));
    return json;
  }

  private static Optional<Patch> field(Look look, Layer layer, Place place) {
    return ReceptiveFields.of(look.net().network(), look.input().shape())
        .patch(layer.name(), place.row(), place.column());
  }

  /** Each ReLU, clipped or not, that takes this layer's values. */
  private static Stream<Layer> activations(Network network, Layer layer) {
    return network.consumers(layer).stream()
        .filter(next -> LayerKind.of(next) == LayerKind.ACTIVATION);
  }
}
