package io.fovea.bench;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** A person at an open page, from coming to leaving. */
final class PageStay {
  private static final List<String> LANGUAGES = List.of("en", "ko");
  private static final List<String> AMONG = List.of("relu", "relu", "relu", "all");
  private static final List<String> FILES =
      List.of("./", "page/fovea.css", "page/fovea.js", "lib/lit/lit-html.js", "lib/d3-zoom.js");

  private final PageApi api;
  private final PageSocket socket;
  private final Chance chance;
  private final PageLayers layers;
  private final PageComparing comparing;
  private final PageFilming filming;
  private PageShown shown;

  private PageStay(PageApi api, PageSocket socket, PageHost host, Chance chance, Pauses pauses) {
    this.api = api;
    this.socket = socket;
    this.chance = chance;
    layers = new PageLayers(api, chance, pauses);
    comparing = new PageComparing(api, chance);
    filming = new PageFilming(host, socket, chance, pauses);
    shown = new PageShown("", "", List.of(), List.of());
  }

  /**
   * Opens the page's socket.
   *
   * @throws BenchException if the server doesn't let it in
   */
  static PageStay come(PageHost host, Chance chance, Pauses pauses) {
    var api = new PageApi(host, chance.name());
    PageSocket socket = PageSocket.open(host.http(), host.page(), api.client());
    return new PageStay(api, socket, host, chance, pauses);
  }

  /** Loads the page, and what it shows first. */
  void open() {
    List<PageQuestion> files = FILES.stream().map(PageQuery::of).map(api::load).toList();
    files.forEach(PageQuestion::answer);
    JsonObject start = api.json(PageQuery.of("api/start"));
    String model = start.get("model").getAsString();
    var first = new PageShown(model, start.get("input").getAsString(), List.of(), List.of());
    PageQuestion network = api.ask(PageQuery.of("api/network", "network").with("model", model));
    PageQuestion look = api.ask(first.query("api/look", "look").with("size", 36));
    PageQuestion picture = api.load(first.query("api/inputs/picture", ""));
    List<JsonObject> all = objects(network.answer().json().getAsJsonArray("layers")).toList();
    graph(model, "");
    look.answer().head();
    picture.answer();
    shown = new PageShown(model, first.input(), all, pictures(start));
    layers.look(shown);
  }

  private static List<String> pictures(JsonObject start) {
    return objects(start.getAsJsonArray("samples"))
        .filter(sample -> sample.get("kind").getAsString().equals("picture"))
        .map(sample -> sample.get("id").getAsString())
        .toList();
  }

  private static Stream<JsonObject> objects(JsonArray array) {
    return StreamSupport.stream(array.spliterator(), false).map(JsonElement::getAsJsonObject);
  }

  /** Does this or that, more often what people do more often. */
  void act() {
    socket.beat();
    switch (chance.below(40)) {
      case 0 -> report();
      case 1 -> filming.film(shown);
      case 2, 3 -> comparing.compare(shown);
      case 4, 5, 6, 7 -> layers.walk(shown);
      case 8, 9, 10, 11, 12 -> send();
      case 13, 14, 15, 16, 17 -> find();
      case 18, 19, 20, 21, 22 -> graph(shown.model(), "fire" + (2 + chance.below(8)));
      case 23, 24, 25, 26, 27 -> layers.weights(shown);
      default -> layers.look(shown);
    }
  }

  private void graph(String model, String open) {
    api.json(PageQuery.of("api/graph").with("model", model).with("open", open));
  }

  private void report() {
    api.load(
            shown
                .query("api/report.html", "")
                .with("layer", PageShown.name(chance.any(shown.layers())))
                .with("channel", 0)
                .with("language", chance.any(LANGUAGES)))
        .answer();
  }

  /** A box, every other time drawn anew before its answer is there. */
  private void find() {
    PageQuery query = shown.query("api/find", "seen").with("among", chance.any(AMONG));
    if (chance.coin()) {
      api.glance(boxed(query));
    }
    api.head(boxed(query));
  }

  private PageQuery boxed(PageQuery query) {
    int top = chance.below(150);
    int left = chance.below(150);
    int side = 10 + chance.below(60);
    return query
        .with("box", "%d,%d,%d,%d".formatted(top, left, top + side, left + side))
        .with("size", 56)
        .with("count", 24);
  }

  /** Shows a new picture when what belongs to it is there, as the page does. */
  private void send() {
    String ending = chance.coin() ? "jpg" : "png";
    PageQuery file =
        PageQuery.of("api/inputs").with("name", "drawn." + ending).with("ahead", shown.model());
    JsonObject taken = api.take(file, DrawnPicture.of(chance, ending));
    PageShown arriving = shown.of(taken.get("id").getAsString());
    PageQuestion look = api.ask(arriving.query("api/look", "arriving-look").with("size", 36));
    PageQuestion tiles =
        api.ask(
            arriving
                .query("api/tiles", "arriving-tiles")
                .with("layer", PageShown.name(chance.any(shown.layers())))
                .with("scale", "layer")
                .with("size", 64));
    PageQuestion picture = api.load(arriving.query("api/inputs/picture", ""));
    look.answer().head();
    tiles.answer().head();
    picture.answer();
    shown = arriving;
  }

  /**
   * Closes the page, every other time while it waits for an answer, and every other time without a
   * word.
   *
   * @throws BenchException if the server doesn't close its end
   */
  void leave() {
    if (!shown.layers().isEmpty() && chance.coin()) {
      api.glance(shown.query("api/look", "look").with("size", 64));
    }
    api.leave();
    try {
      if (chance.coin()) {
        socket.beat();
        socket.close();
      } else {
        socket.abort();
      }
    } finally {
      api.settle();
    }
  }
}
