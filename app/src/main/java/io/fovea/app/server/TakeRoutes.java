package io.fovea.app.server;

import io.fovea.Classification;
import io.fovea.Net;
import io.fovea.Prediction;
import io.fovea.explain.Language;
import io.fovea.image.NpyWriter;
import io.fovea.tensor.Tensor;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Function;

/** What a person takes along from the page: pictures, arrays, scores, a report, lines of Java. */
final class TakeRoutes {
  private static final int THUMBNAIL = 72;

  private static final String PNG = "image/png";
  private static final String NPY = "application/octet-stream";

  private final Nets nets;
  private final Inputs inputs;
  private final Looks looks;

  TakeRoutes(Nets nets, Inputs inputs, Looks looks) {
    this.nets = nets;
    this.inputs = inputs;
    this.looks = looks;
  }

  void add(JavalinDefaultRoutingApi routes, String api) {
    give(routes, api + "montage.png", this::montage);
    give(routes, api + "channel.png", this::channel);
    give(routes, api + "activation.npy", this::activation);
    give(routes, api + "scores.csv", this::scores);
    give(routes, api + "graph.svg", this::graph);
    routes.get(
        api + "report.html",
        request -> {
          request.header("Content-Security-Policy", ReportPage.policy());
          WorkRoutes.work(request, this::report, download -> download.give(request));
        });
    WorkRoutes.json(routes, api + "java", query -> lines(query).toJson());
  }

  private static void give(
      JavalinDefaultRoutingApi routes, String path, Function<Query, Download> answer) {
    routes.get(
        path, request -> WorkRoutes.work(request, answer, download -> download.give(request)));
  }

  private Download montage(Query query) {
    Shown shown = Shown.of(query, looks);
    return new Download(
        name(shown, ".png", "montage"), PNG, shown.montage(sort(query)).render().toPng());
  }

  private static ChannelSort sort(Query query) {
    return ChannelSort.parse(query.optional("sort").orElse("number"));
  }

  private Download channel(Query query) {
    Shown shown = Shown.of(query, looks);
    int which = selected(query, shown);
    return new Download(
        name(shown, ".png", "channel", String.valueOf(which + 1)),
        PNG,
        shown.alone(which).render().toPng());
  }

  private static int selected(Query query, Shown shown) {
    return query.number("channel", 0, shown.activation().shape().channels() - 1);
  }

  /** The whole activation, or one channel. */
  private Download activation(Query query) {
    Shown shown = Shown.of(query, looks);
    return shown
        .channel()
        .map(
            which ->
                new Download(
                    name(shown, ".npy", "channel", String.valueOf(which + 1)),
                    NPY,
                    npy(shown.values(which))))
        .orElseGet(() -> new Download(name(shown, ".npy"), NPY, npy(shown.activation())));
  }

  private static byte[] npy(Tensor tensor) {
    var bytes = new ByteArrayOutputStream();
    try {
      NpyWriter.content(tensor).writeTo(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e); // memory takes all
    }
    return bytes.toByteArray();
  }

  /** All classes, the likeliest first. */
  private Download scores(Query query) {
    Look look = looks.get(query.text("model"), query.text("input"), query.wanted());
    PageInput input = inputs.get(query.text("input"));
    Classification classification =
        look.classification().orElseThrow(() -> RequestException.missing(look.whyNoScores()));
    var text = new StringBuilder("rank,index,label,score\r\n");
    int rank = 0;
    for (Prediction each : classification.top(classification.scores().length)) {
      rank++;
      text.append(
          "%d,%d,%s,%s\r\n".formatted(rank, each.index(), Quoted.csv(each.label()), each.score()));
    }
    return new Download(
        Download.name(".csv", look.net().name(), stem(input), "scores"),
        "text/csv; charset=utf-8",
        text.toString().getBytes(StandardCharsets.UTF_8));
  }

  /** With small pictures of what the layers make of an input, where one is named. */
  private Download graph(Query query) {
    Net net = nets.get(query.text("model"));
    Optional<Look> look =
        query.optional("input").map(input -> looks.get(query.text("model"), input, query.wanted()));
    String svg =
        GraphPicture.of(
            net.network(),
            query.names("open"),
            layer -> look.map(made -> Thumbnail.of(made, layer, THUMBNAIL).picture()));
    return new Download(
        Download.name(".svg", net.name(), "graph"),
        "image/svg+xml",
        svg.getBytes(StandardCharsets.UTF_8));
  }

  private Download report(Query query) {
    Shown shown = Shown.of(query, looks);
    PageInput input = inputs.get(query.text("input"));
    Language language =
        query.optional("language").filter("ko"::equals).isPresent()
            ? Language.KOREAN
            : Language.ENGLISH;
    return new Download(
        Download.name(".html", shown.look().net().name(), stem(input), "report"),
        "text/html; charset=utf-8",
        ReportPage.of(shown, input, language, query.wanted()).getBytes(StandardCharsets.UTF_8));
  }

  private Lines lines(Query query) {
    String model = query.text("model");
    return Lines.of(
        Shown.of(query, looks),
        sort(query),
        nets.isMadeHere(model) ? Download.name(".onnx", model) : model,
        inputs.get(query.text("input")));
  }

  private static String name(Shown shown, String ending, String... what) {
    return Download.name(ending, shown.look().net().name(), shown.layer(), String.join("-", what));
  }

  private static String stem(PageInput input) {
    return input.name().replaceAll("\\.[^.]*$", "");
  }
}
