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
import java.util.ArrayList;
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

  /** What the montages have of the room, where words and bars would take all. */
  private static final double OF_MONTAGES = 1 / 3.0;

  /** Bytes of an {@code img} but for its address, or of the words for none. */
  private static final int PLACE = 200;

  private final Look look;
  private final Analysis analysis;
  private final Language language;
  private final Map<String, Shape> shapes = new HashMap<>();

  /**
   * What is told of a layer.
   *
   * @param words all that comes before its montage, or all
   * @param ends what comes behind that, or nothing
   */
  private record Article(String layer, String words, String ends) {
    long bytes() {
      return ReportRoom.bytes(words) + PLACE + ReportRoom.bytes(ends);
    }
  }

  ReportLayers(Look look, Analysis analysis, Language language) {
    this.look = look;
    this.analysis = analysis;
    this.language = language;
    analysis
        .rows()
        .forEach(row -> row.activation().ifPresent(shape -> shapes.put(row.layer().name(), shape)));
  }

  /**
   * A section of all layers: their words and bars, and montages of what room these leave.
   *
   * @throws RequestException if it is no longer wanted
   */
  void write(Html html, ReportRoom room, Wanted wanted) {
    html.open("section").element("h2", ReportWord.EACH.in(language));
    html.element("p", ReportWord.PICTURES.in(language), "class", "note");
    List<Article> articles = articles(room, wanted);
    List<String> pictured =
        articles.stream().map(Article::layer).filter(layer -> !isRow(layer)).toList();
    Map<String, ReportPicture> montages = ReportPictures.of(look, pictured, room.left(), wanted);
    for (Article each : articles) {
      html.add(each.words);
      if (!isRow(each.layer)) {
        montage(html, each.layer, montages);
      }
      html.add(each.ends).close("article");
    }
    int more = analysis.rows().size() - articles.size();
    if (more > 0) {
      html.element("p", ReportWord.MORE.in(language, more), "class", "note");
    }
    html.close("section");
  }

  /** Of all layers, or of as many as there is room for. */
  private List<Article> articles(ReportRoom room, Wanted wanted) {
    long spare = (long) (room.left() * OF_MONTAGES);
    var articles = new ArrayList<Article>();
    for (Row row : analysis.rows()) {
      wanted.check();
      Article article = article(row);
      if (!room.takes(article.bytes(), spare)) {
        break;
      }
      articles.add(article);
    }
    return articles;
  }

  private Article article(Row row) {
    Layer layer = row.layer();
    Tensor activation = look.activation(layer.name());
    var html = new Html();
    html.open("article", "id", "layer-" + row.index()).open("div").open("h3");
    html.open("i", "class", "kind " + LayerKind.of(layer).word()).close("i");
    html.text(row.index() + ". " + layer.name()).close("h3");
    html.element("p", layer.type() + " · " + activation.shape().itemText(), "class", "type");
    sentence(html, layer);
    numbers(html, row);
    html.close("div");
    if (isRow(layer.name())) {
      ReportBars.write(html, activation, language);
      return new Article(layer.name(), html.toString(), "");
    }
    html.open("figure");
    var ends = new Html();
    ends.element("figcaption", channels(layer.name()));
    ends(ends, Scale.layer().limits(activation).get(0), ColorMap.GRAY);
    return new Article(layer.name(), html.toString(), ends.close("figure").toString());
  }

  private boolean isRow(String layer) {
    return ReportPictures.isRow(look.activation(layer).shape());
  }

  /** What a layer does, in words; nothing where it isn't known what it is given. */
  void sentence(Html html, Layer layer) {
    if (shapes.keySet().containsAll(layer.inputs())) {
      html.element("p", LayerSentence.of(look.net().network(), layer, shapes, language));
    }
  }

  /** What the architecture fixes, apart from what training learns. */
  private void numbers(Html html, Row row) {
    Layer layer = row.layer();
    html.open("dl").element("dt", ReportWord.FIXED.in(language)).open("dd");
    layer
        .hyperparameters()
        .forEach((name, value) -> pair(html, name, NetworkJson.text(name, value)));
    if (layer.hyperparameters().isEmpty()) {
      html.text(ReportWord.NOTHING.in(language));
    }
    html.close("dd").element("dt", ReportWord.LEARNED.in(language)).open("dd");
    List<Parameter> learned =
        Stream.concat(layer.learnables().stream(), layer.states().stream()).toList();
    for (Parameter each : learned) {
      pair(
          html,
          each.name(),
          String.join(" × ", each.size().stream().map(Object::toString).toList()));
    }
    html.text(learned.isEmpty() ? ReportWord.NOTHING.in(language) : "").close("dd");
    if (row.macs() > 0) {
      html.element("dt", ReportWord.MACS.in(language));
      html.element("dd", ReportTable.whole(row.macs()));
    }
    html.close("dl");
  }

  private static void pair(Html html, String name, String value) {
    html.open("span").text(name + " ").element("b", value).close("span");
  }

  private void montage(Html html, String layer, Map<String, ReportPicture> montages) {
    if (montages.containsKey(layer)) {
      ReportPicture picture = montages.get(layer);
      picture(html, picture, channels(layer), picture.width() < SMALL_TILES ? 2 : 1);
    } else {
      html.element("p", ReportWord.NO_PICTURE.in(language), "class", "note");
    }
  }

  private String channels(String layer) {
    return ReportWord.ALL_CHANNELS.in(language, look.activation(layer).shape().channels());
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
