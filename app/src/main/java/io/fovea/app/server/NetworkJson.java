package io.fovea.app.server;

import io.fovea.Net;
import io.fovea.explain.Language;
import io.fovea.explain.LayerSentence;
import io.fovea.image.Fit;
import io.fovea.image.Resize;
import io.fovea.network.Analysis;
import io.fovea.network.Fault;
import io.fovea.network.ImageInput;
import io.fovea.network.Layer;
import io.fovea.network.Network;
import io.fovea.network.Parameter;
import io.fovea.network.Row;
import io.fovea.network.Totals;
import io.fovea.tensor.Shape;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A network as the page shows it: its layers with sizes, parameters, faults, and in words. */
final class NetworkJson {
  private final Network network;
  private final Analysis analysis;
  private final Map<String, Shape> shapes = new HashMap<>();
  private final Set<String> telling;

  private NetworkJson(Net net, Analysis analysis) {
    network = net.network();
    this.analysis = analysis;
    for (Row row : analysis.rows()) {
      row.activation().ifPresent(shape -> shapes.put(row.layer().name(), shape));
    }
    telling = ClassNames.telling(net, layer -> Optional.ofNullable(shapes.get(layer.name())));
  }

  /** Of this network. */
  static Map<String, Object> of(Net net) {
    return of(net, net.analyze());
  }

  /** The same for an input of other sides, as arrays may have. */
  static Map<String, Object> of(Net net, int height, int width) {
    return of(net, net.analyze(height, width));
  }

  private static Map<String, Object> of(Net net, Analysis analysis) {
    var json = new LinkedHashMap<String, Object>();
    json.put("name", net.name());
    json.put("notice", net.model().notice().orElse(""));
    json.put(
        "card",
        Map.of(
            "licence", net.card().licence(),
            "source", net.card().source(),
            "classes", net.classes().size(),
            "preprocessing", net.card().preprocessing().toString(),
            "resize", resize(net.card().preprocessing().resize())));
    net.network().imageInputs().stream()
        .findFirst()
        .ifPresent(input -> json.put("input", input(input, net)));
    json.put("classes", net.classes());
    new NetworkJson(net, analysis).write(json);
    return json;
  }

  /** How a picture comes to the input's size; a short side of 0 where both sides are stretched. */
  private static Map<String, Object> resize(Resize resize) {
    return Map.of("crop", resize.fit() == Fit.CROP, "shortSide", resize.shortSide());
  }

  private static Map<String, Object> input(ImageInput input, Net net) {
    return Map.of(
        "layer", input.name(),
        "height", input.size().height(),
        "width", input.size().width(),
        "channels", input.channels(),
        "order", net.card().preprocessing().channelOrder().name());
  }

  private void write(Map<String, Object> json) {
    Totals totals = analysis.totals();
    json.put(
        "totals",
        Map.of(
            "layers", totals.layers(),
            "learnables", totals.learnables(),
            "macs", totals.macs()));
    json.put("faults", analysis.faults().stream().map(NetworkJson::fault).toList());
    json.put("layers", analysis.rows().stream().map(this::layer).toList());
  }

  private static Map<String, Object> fault(Fault fault) {
    return Map.of(
        "severity", fault.severity().name().toLowerCase(Locale.ROOT),
        "layer", fault.layer(),
        "message", fault.message());
  }

  private Map<String, Object> layer(Row row) {
    Layer layer = row.layer();
    var json = new LinkedHashMap<String, Object>();
    json.put("index", row.index());
    json.put("name", layer.name());
    json.put("type", layer.type());
    json.put("kind", LayerKind.of(layer).word());
    json.put("description", layer.description());
    row.activation()
        .ifPresent(
            shape -> json.put("size", List.of(shape.height(), shape.width(), shape.channels())));
    json.put("learnables", row.learnableCount());
    json.put("macs", row.macs());
    row.receptiveField()
        .ifPresent(field -> json.put("field", List.of(field.height(), field.width())));
    json.put("inputs", layer.inputs());
    json.put("tellsClasses", telling.contains(layer.name()));
    var hyperparameters = new LinkedHashMap<String, String>();
    layer.hyperparameters().forEach((name, value) -> hyperparameters.put(name, text(name, value)));
    json.put("hyperparameters", hyperparameters);
    var parameters = new ArrayList<Map<String, Object>>();
    layer.learnables().forEach(each -> parameters.add(parameter(each, true)));
    layer.states().forEach(each -> parameters.add(parameter(each, false)));
    json.put("parameters", parameters);
    sentences(layer).ifPresent(sentences -> json.put("sentence", sentences));
    return json;
  }

  /** What it does in words, where all that it is given is known, and of an input what it gives. */
  private Optional<Map<String, String>> sentences(Layer layer) {
    List<String> given = layer.inputs().isEmpty() ? List.of(layer.name()) : layer.inputs();
    if (!shapes.keySet().containsAll(given)) {
      return Optional.empty();
    }
    var sentences = new LinkedHashMap<String, String>();
    for (Language language : Language.values()) {
      sentences.put(language.tag(), LayerSentence.of(network, layer, shapes, language));
    }
    return Optional.of(sentences);
  }

  /** A size is written with times, like all sizes; other lists as the field's tables write them. */
  static String text(String name, Object value) {
    String between = name.endsWith("Size") ? " × " : " ";
    return value instanceof List<?> list
        ? String.join(between, list.stream().map(Object::toString).toList())
        : value.toString();
  }

  private static Map<String, Object> parameter(Parameter parameter, boolean learned) {
    return Map.of(
        "name", parameter.name(),
        "size", parameter.size(),
        "count", parameter.count(),
        "learned", learned);
  }
}
