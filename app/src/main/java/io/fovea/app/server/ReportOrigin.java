package io.fovea.app.server;

import io.fovea.Net;
import io.fovea.explain.Language;
import io.fovea.image.ColourProfile;
import io.fovea.image.Fit;
import io.fovea.image.Interpolation;
import io.fovea.image.Preprocessing;
import io.fovea.image.Resize;
import io.fovea.network.ImageInput;
import io.fovea.zoo.Card;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The part of a report that says how it came about, so that it can be made again. */
final class ReportOrigin {
  private static final Map<Interpolation, String> INTERPOLATIONS =
      Map.of(
          Interpolation.PIL_BILINEAR, "PIL bilinear",
          Interpolation.MATLAB_BICUBIC, "MATLAB bicubic",
          Interpolation.BILINEAR, "bilinear");

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

  /** In the field's own words, which both languages use. */
  private String text(Preprocessing given) {
    ImageInput own = OneInput.of(net);
    return "%s × %s × %s; %s; %s; (sample × %s − %s) / %s%s"
        .formatted(
            own.size().height(),
            own.size().width(),
            own.channels(),
            given.channelOrder(),
            text(given.resize()),
            given.scale(),
            given.mean().isEmpty() ? "0" : bracketed(given.mean()),
            given.standardDeviation().isEmpty() ? "1" : bracketed(given.standardDeviation()),
            given.colourProfile() == ColourProfile.APPLY ? "; ICC profile applied" : "");
  }

  private static String bracketed(List<Float> numbers) {
    return numbers.stream().map(Object::toString).collect(Collectors.joining(", ", "(", ")"));
  }

  private static String text(Resize given) {
    String name = INTERPOLATIONS.get(given.interpolation());
    return given.fit() == Fit.STRETCH
        ? name + ", stretched"
        : name + ", short side to " + given.shortSide() + ", middle cut out";
  }
}
