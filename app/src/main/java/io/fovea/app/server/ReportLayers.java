package io.fovea.app.server;

import io.fovea.explain.Language;
import io.fovea.explain.LayerSentence;
import io.fovea.image.ColorMap;
import io.fovea.image.Limits;
import io.fovea.image.Scale;
import io.fovea.network.Analysis;
import io.fovea.network.Layer;
import io.fovea.network.Parameter;
import io.fovea.network.Row;
import io.fovea.tensor.Shape;
import io.fovea.tensor.Tensor;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The part of a report that goes through the layers: each in words, in numbers and as a montage.
 */
final class ReportLayers {
  private static final int SMALL_TILES = 200;

  private final Html html;
  private final Look look;
  private final Analysis analysis;
  private final Language language;
  private final Map<String, Shape> shapes = new HashMap<>();

  ReportLayers(Html html, Look look, Analysis analysis, Language language) {
    this.html = html;
    this.look = look;
    this.analysis = analysis;
    this.language = language;
    analysis
        .rows()
        .forEach(row -> row.activation().ifPresent(shape -> shapes.put(row.layer().name(), shape)));
  }

  /** A section of all layers. */
  void write(Map<String, ReportPicture> pictures) {
    html.open("section").element("h2", ReportWord.EACH.in(language));
    html.element("p", ReportWord.PICTURES.in(language), "class", "note");
    for (Row row : analysis.rows()) {
      layer(row, pictures);
    }
    html.close("section");
  }

  private void layer(Row row, Map<String, ReportPicture> pictures) {
    Layer layer = row.layer();
    html.open("article", "id", "layer-" + row.index()).open("div").open("h3");
    html.open("i", "class", "kind " + LayerKind.of(layer).word()).close("i");
    html.text(row.index() + ". " + layer.name()).close("h3");
    String size = look.activation(layer.name()).shape().itemText();
    html.element("p", layer.type() + " · " + size, "class", "type");
    sentence(layer);
    numbers(row);
    html.close("div");
    if (pictures.containsKey(layer.name())) {
      montage(layer.name(), pictures.get(layer.name()));
    } else {
      row(layer.name());
    }
    html.close("article");
  }

  /** What a layer does, in words; nothing where it isn't known what it is given. */
  void sentence(Layer layer) {
    if (shapes.keySet().containsAll(layer.inputs())) {
      html.element("p", LayerSentence.of(look.net().network(), layer, shapes, language));
    }
  }

  /** What the architecture fixes, apart from what training learns. */
  private void numbers(Row row) {
    Layer layer = row.layer();
    html.open("dl").element("dt", ReportWord.FIXED.in(language)).open("dd");
    layer.hyperparameters().forEach((name, value) -> pair(name, text(value)));
    if (layer.hyperparameters().isEmpty()) {
      html.text(ReportWord.NOTHING.in(language));
    }
    html.close("dd").element("dt", ReportWord.LEARNED.in(language)).open("dd");
    List<Parameter> learned =
        Stream.concat(layer.learnables().stream(), layer.states().stream()).toList();
    for (Parameter each : learned) {
      pair(each.name(), String.join(" × ", each.size().stream().map(Object::toString).toList()));
    }
    html.text(learned.isEmpty() ? ReportWord.NOTHING.in(language) : "").close("dd");
    if (row.macs() > 0) {
      html.element("dt", ReportWord.MACS.in(language));
      html.element("dd", String.format(Locale.ROOT, "%,d", row.macs()));
    }
    html.close("dl");
  }

  private void pair(String name, String value) {
    html.open("span").text(name + " ").element("b", value).close("span");
  }

  private static String text(Object value) {
    return value instanceof List<?> list
        ? String.join(" ", list.stream().map(Object::toString).toList())
        : value.toString();
  }

  private void montage(String layer, ReportPicture picture) {
    Tensor activation = look.activation(layer);
    String caption = ReportWord.ALL_CHANNELS.in(language, activation.shape().channels());
    html.open("figure");
    picture(html, picture, layer + ": " + caption, picture.width() < SMALL_TILES ? 2 : 1);
    html.element("figcaption", caption);
    ends(html, Scale.layer().limits(activation).get(0), ColorMap.GRAY);
    html.close("figure");
  }

  /** A layer whose channels are one value each, as bars. */
  void row(String layer) {
    ReportBars.write(html, look.activation(layer), language);
  }

  /** What the two ends of a scale stand for. */
  static void ends(Html html, Limits limits, ColorMap map) {
    html.open("p", "class", "ends").text(decimal(limits.least()));
    html.open("i", "class", "scale " + map).close("i");
    html.text(decimal(limits.greatest())).close("p");
  }

  /** A picture, each of its pixels this large. */
  static void picture(Html html, ReportPicture picture, String words, int times) {
    html.open(
        "img",
        "src",
        picture.address(),
        "alt",
        words,
        "width",
        String.valueOf(picture.width() * times),
        "height",
        String.valueOf(picture.height() * times));
  }

  /** A number with four digits. */
  static String decimal(double value) {
    return String.format(Locale.ROOT, "%.4g", value).replace('-', '−');
  }
}
