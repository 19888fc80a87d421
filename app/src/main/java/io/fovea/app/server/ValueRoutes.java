package io.fovea.app.server;

import io.fovea.explain.Arithmetic;
import io.fovea.explain.Patch;
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
import org.jspecify.annotations.Nullable;

/** How one value of a layer came about, as a page asks for it. */
final class ValueRoutes {
  private final Looks looks;

  ValueRoutes(Looks looks) {
    this.looks = looks;
  }

  /** The value, what it sees of the picture, and the arithmetic that made it. */
  Map<String, @Nullable Object> explain(Query query) {
    Look look = looks.get(query.text("model"), query.text("input"));
    Network network = look.net().network();
    Layer layer = network.layer(query.text("layer"));
    Tensor activation = look.activation(layer.name());
    Shape shape = activation.shape();
    int channel = query.number("channel", 0, shape.channels() - 1);
    int row = query.number("row", 0, shape.height() - 1);
    int column = query.number("column", 0, shape.width() - 1);
    List<Tensor> inputs =
        layer.inputs().isEmpty()
            ? List.of(activation) // an image input takes the picture itself
            : layer.inputs().stream().map(look::activation).toList();
    Arithmetic arithmetic = Arithmetic.of(layer, inputs, channel, row, column);
    var json = new LinkedHashMap<String, @Nullable Object>();
    json.put("value", activation.get(0, channel, row, column));
    json.put("kind", arithmetic.getClass().getSimpleName().toLowerCase(Locale.ROOT));
    json.put("arithmetic", RecordJson.of((Record) arithmetic));
    json.put("field", field(look, layer, row, column).map(RecordJson::of).orElse(null));
    rectified(network, layer)
        .ifPresent(
            next -> {
              json.put("next", next.name());
              json.put("nextValue", look.activation(next.name()).get(0, channel, row, column));
            });
    return json;
  }

  private static Optional<Patch> field(Look look, Layer layer, int row, int column) {
    return ReceptiveFields.of(look.net().network(), look.input().shape())
        .patch(layer.name(), row, column);
  }

  /** The ReLU that takes this layer's values, where there is one. */
  private static Optional<Layer> rectified(Network network, Layer layer) {
    return network.consumers(layer).stream()
        .filter(next -> LayerKind.of(next) == LayerKind.ACTIVATION)
        .findFirst();
  }
}
