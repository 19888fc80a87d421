package io.fovea.app;

import com.grack.nanojson.JsonWriter;
import io.fovea.EngineStep;
import io.fovea.network.Analysis;
import io.fovea.network.Fault;
import io.fovea.network.Layer;
import io.fovea.network.Parameter;
import io.fovea.network.Row;
import io.fovea.network.Size;
import io.fovea.network.Totals;
import io.fovea.tensor.Shape;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** An analysis as text: for people, programs and spreadsheets. */
final class AnalysisText {
  private AnalysisText() {}

  /** The whole text, its last line ended. */
  static String of(
      Format format, String name, Analysis analysis, Optional<List<EngineStep>> steps) {
    return switch (format) {
      case TABLE ->
          analysis.toString().stripTrailing() + "\n" + steps.map(AnalysisText::table).orElse("");
      case JSON ->
          JsonWriter.indent("  ").string().value(json(name, analysis, steps)).done() + "\n";
      case CSV -> csv(analysis);
    };
  }

  private static Map<String, Object> json(
      String name, Analysis analysis, Optional<List<EngineStep>> steps) {
    var json = new LinkedHashMap<String, Object>();
    json.put("name", name);
    json.put("layers", analysis.rows().stream().map(AnalysisText::json).toList());
    Totals totals = analysis.totals();
    var sums = new LinkedHashMap<String, Object>();
    sums.put("layers", totals.layers());
    sums.put("learnables", totals.learnables());
    sums.put("macs", totals.macs());
    json.put("totals", sums);
    json.put("issues", analysis.faults().stream().map(AnalysisText::json).toList());
    steps.ifPresent(each -> json.put("engine", each.stream().map(AnalysisText::json).toList()));
    return json;
  }

  private static Map<String, Object> json(Row row) {
    Layer layer = row.layer();
    var json = new LinkedHashMap<String, Object>();
    json.put("index", row.index());
    json.put("name", layer.name());
    json.put("type", layer.type());
    json.put("inputs", layer.inputs());
    json.put("activations", row.activation().map(AnalysisText::sides).orElse(null));
    json.put("hyperparameters", finite(layer.hyperparameters()));
    var learnables = new LinkedHashMap<String, Object>();
    layer.learnables().forEach(each -> learnables.put(each.name(), each.size()));
    json.put("learnables", learnables);
    json.put("learnableCount", row.learnableCount());
    json.put("macs", row.macs());
    json.put(
        "receptiveField",
        row.receptiveField().map(size -> List.of(size.height(), size.width())).orElse(null));
    return json;
  }

  private static Map<String, Object> json(Fault fault) {
    var json = new LinkedHashMap<String, Object>();
    json.put("severity", fault.severity().name().toLowerCase(Locale.ROOT));
    json.put("layer", fault.layer());
    json.put("message", fault.message());
    return json;
  }

  private static Map<String, Object> json(EngineStep step) {
    var json = new LinkedHashMap<String, Object>();
    json.put("layer", step.layer());
    json.put("kind", step.kind());
    json.put("implementation", step.implementation());
    return json;
  }

  private static List<Integer> sides(Shape shape) {
    return List.of(shape.height(), shape.width(), shape.channels());
  }

  /** JSON knows no infinity. */
  private static Map<String, Object> finite(Map<String, Object> values) {
    var finite = new LinkedHashMap<String, Object>();
    values.forEach(
        (name, value) ->
            finite.put(
                name,
                value instanceof Double number && !Double.isFinite(number)
                    ? number.toString()
                    : value));
    return finite;
  }

  private static String csv(Analysis analysis) {
    var text = new StringBuilder();
    text.append(
        Csv.line(
            "index",
            "name",
            "type",
            "description",
            "inputs",
            "activations",
            "learnables",
            "learnableCount",
            "macs",
            "receptiveField"));
    text.append('\n');
    for (Row row : analysis.rows()) {
      Layer layer = row.layer();
      text.append(
              Csv.line(
                  row.index(),
                  layer.name(),
                  layer.type(),
                  layer.description(),
                  String.join(" ", layer.inputs()),
                  row.activation().map(Shape::itemText).orElse(""),
                  layer.learnables().stream()
                      .map(Parameter::toString)
                      .collect(Collectors.joining(", ")),
                  row.learnableCount(),
                  row.macs(),
                  row.receptiveField().map(Size::toString).orElse("")))
          .append('\n');
    }
    return text.toString();
  }

  private static String table(List<EngineStep> steps) {
    int layer = steps.stream().mapToInt(step -> step.layer().length()).max().orElse(1);
    int kind = steps.stream().mapToInt(step -> step.kind().length()).max().orElse(1);
    String form = "%-" + layer + "s  %-" + kind + "s  %s\n";
    return steps.stream()
        .map(step -> form.formatted(step.layer(), step.kind(), step.implementation()))
        .collect(Collectors.joining("", "\nThe engine's routines\n", ""));
  }
}
