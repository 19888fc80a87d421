package io.fovea.app.server;

import io.fovea.Net;
import io.fovea.explain.Language;
import io.fovea.image.Preprocessing;
import io.fovea.network.ImageInput;
import io.fovea.zoo.Card;
import java.util.Optional;

/** The part of a report that says how it came about, so that it can be made again. */
final class ReportOrigin {
  private final Html html;
  private final Net net;
  private final PageInput input;
  private final Language language;

  ReportOrigin(Html html, Net net, PageInput input, Language language) {
    this.html = html;
    this.net = net;
    this.input = input;
    this.language = language;
  }

  void write() {
    Card card = net.card();
    html.open("section", "class", "made");
    html.element("h2", ReportWord.MADE.in(language)).open("dl");
    line(ReportWord.PROGRAM, ("Fovea " + version()).strip());
    line(ReportWord.NETWORK, net.name());
    net.model().notice().ifPresent(notice -> line(ReportWord.NOTICE, notice));
    line(ReportWord.LICENCE, card.licence());
    line(ReportWord.SOURCE, card.source());
    line(ReportWord.DIGEST, card.sha256());
    card.training()
        .ifPresent(
            training -> {
              line(ReportWord.DATASET, training.dataset());
              line(ReportWord.RECIPE, training.recipe());
            });
    line(
        ReportWord.PREPROCESSING,
        input.kind().equals("picture")
            ? text(card.preprocessing())
            : ReportWord.ARRAY.in(language));
    html.close("dl").close("section");
  }

  private void line(ReportWord name, String text) {
    html.element("dt", name.in(language));
    html.element("dd", text.isEmpty() ? ReportWord.UNKNOWN.in(language) : text);
  }

  private static String version() {
    return Optional.ofNullable(ReportOrigin.class.getPackage().getImplementationVersion())
        .orElse("");
  }

  private String text(Preprocessing given) {
    ImageInput own = net.network().imageInputs().get(0);
    return "%s × %d; %s; %s; (sample × %s − %s) / %s; %s"
        .formatted(
            own.size(),
            own.channels(),
            given.channelOrder(),
            given.resize(),
            given.scale(),
            given.mean().isEmpty() ? "0" : given.mean(),
            given.standardDeviation().isEmpty() ? "1" : given.standardDeviation(),
            given.colourProfile());
  }
}
