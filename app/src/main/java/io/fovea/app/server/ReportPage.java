package io.fovea.app.server;

import io.fovea.Prediction;
import io.fovea.explain.Language;
import io.fovea.image.Limits;
import io.fovea.network.Analysis;
import io.fovea.network.Layer;
import io.fovea.network.Totals;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * What a network makes of an input, as one HTML file that needs nothing else: no other file, no
 * script, no server.
 */
final class ReportPage {
  private static final String CSS = css();
  private static final int TOP = 5;

  /** The most pixels of a side of the selected layer's montage, and of the input and a channel. */
  private static final int LARGE = 640;

  private static final int ALONE = 448;

  /**
   * Of each of these; noise of this size stays below, but not a pixel each of too many channels.
   */
  private static final int MOST_CHARACTERS = 1_500_000;

  private static final int BAR = 120;

  private final Shown shown;
  private final PageInput input;
  private final Language language;
  private final Analysis analysis;
  private final ReportLayers layers;
  private final Html html = new Html();

  private ReportPage(Shown shown, PageInput input, Language language) {
    this.shown = shown;
    this.input = input;
    this.language = language;
    analysis = shown.look().net().analyze();
    layers = new ReportLayers(shown.look(), analysis, language);
  }

  /**
   * The whole file.
   *
   * @throws RequestException if it is no longer wanted
   */
  static String of(Shown shown, PageInput input, Language language, Wanted wanted) {
    return new ReportPage(shown, input, language).write(wanted);
  }

  /** What the file may load and run: its own pictures and its own style, nothing else. */
  static String policy() {
    return "default-src 'none'; img-src data:; style-src 'sha256-" + PageFile.digest(CSS) + "'";
  }

  private static String css() {
    try (InputStream file = ReportPage.class.getResourceAsStream("/io/fovea/app/report.css")) {
      return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String write(Wanted wanted) {
    String title = word(ReportWord.TITLE).formatted(shown.look().net().name(), input.name());
    html.open("html", "lang", language.tag());
    html.open("head").open("meta", "charset", "utf-8");
    html.open("meta", "http-equiv", "Content-Security-Policy", "content", policy());
    html.open("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
    html.open("meta", "name", "color-scheme", "content", "light dark");
    html.element("title", title).style(CSS).close("head");
    html.open("body").open("header").element("h1", title);
    Totals totals = analysis.totals();
    String facts = word(ReportWord.FACTS);
    html.element("p", numbers(facts, totals.layers(), totals.learnables(), totals.macs()));
    html.close("header").open("main");
    first();
    selected();
    var origin = new Html();
    new ReportOrigin(origin, shown.look().net(), input, language).write();
    var room = new ReportRoom(html.toString(), origin.toString());
    new ReportTable(analysis, language).write(html, room);
    layers.write(html, room, wanted);
    html.add(origin.toString()).close("main").close("body").close("html");
    return "<!doctype html>\n" + html;
  }

  private void first() {
    html.open("section", "class", "first").open("div");
    heading(ReportWord.INPUT);
    var seen = ReportPicture.of(InputPicture.of(shown.look().net(), input, ALONE));
    html.open("figure");
    picture(seen, word(ReportWord.INPUT), 1);
    html.element("figcaption", word(ReportWord.FILE).formatted(input.name(), input.sizeText()));
    html.close("figure").close("div").open("div");
    heading(ReportWord.SCORES);
    shown
        .look()
        .classification()
        .ifPresentOrElse(
            given -> scores(given.top(TOP)),
            () ->
                html.element(
                    "p", word(ReportWord.NO_SCORES).formatted(shown.look().whyNoScores())));
    html.close("div").close("section");
  }

  private void scores(List<Prediction> best) {
    html.open("table", "class", "scores").open("tr");
    for (var each : List.of(ReportWord.CLASS, ReportWord.INDEX, ReportWord.SCORE)) {
      html.element("th", word(each), "scope", "col");
    }
    html.element("td", "").close("tr");
    for (Prediction each : best) {
      html.open("tr").element("th", each.label(), "scope", "row");
      html.element("td", String.valueOf(each.index()));
      html.element("td", numbers("%.2f %%", 100 * each.score()));
      String width = numbers("%.1f", each.score() * BAR);
      html.open("td").open("svg", "class", "bar", "width", String.valueOf(BAR), "height", "8");
      html.open("rect", "width", width, "height", "8").close("rect").close("svg").close("td");
      html.close("tr");
    }
    html.close("table");
  }

  private void selected() {
    Layer layer = shown.look().net().network().layer(shown.layer());
    html.open("section", "class", "selected");
    html.element("h2", word(ReportWord.SELECTED).formatted(layer.name()));
    layers.sentence(html, layer);
    if (ReportPictures.isRow(shown.activation().shape())) {
      ReportBars.write(html, shown.activation(), language);
    } else {
      all();
      shown.channel().ifPresent(this::channel);
    }
    html.close("section");
  }

  private void all() {
    List<Limits> limits = shown.scale().limits(shown.activation());
    String caption = numbers(word(ReportWord.ALL_CHANNELS), shown.activation().shape().channels());
    html.open("figure");
    picture(ReportPicture.tiled(shown.activation(), limits, shown.map(), LARGE), caption, 1);
    html.open("figcaption").text(caption).close("figcaption");
    if (limits.stream().distinct().count() == 1) {
      ends(limits.get(0));
    } else {
      html.element("p", word(ReportWord.OWN_SCALE), "class", "ends");
    }
    html.close("figure");
  }

  private void channel(int which) {
    Limits limits = shown.limits(which);
    String caption = word(ReportWord.CHANNEL).formatted(which + 1, which);
    html.open("figure");
    var alone = ReportPicture.tiled(shown.values(which), List.of(limits), shown.map(), ALONE);
    picture(alone, caption, Shown.times(shown.activation().shape()));
    html.element("figcaption", caption);
    ends(limits);
    html.close("figure");
  }

  private void ends(Limits limits) {
    ReportLayers.ends(html, limits, shown.map());
  }

  private void heading(ReportWord text) {
    html.element("h2", word(text));
  }

  private void picture(ReportPicture picture, String words, int times) {
    if (picture.address().length() <= MOST_CHARACTERS) {
      ReportLayers.picture(html, picture, words, times);
    } else {
      html.element("p", word(ReportWord.NO_PICTURE), "class", "note");
    }
  }

  private String word(ReportWord each) {
    return each.in(language);
  }

  private static String numbers(String form, Object... numbers) {
    return String.format(Locale.ROOT, form, numbers);
  }
}
