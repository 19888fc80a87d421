package io.fovea.app.server;

import io.fovea.Net;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;

/** A network as a page shows it: its layers, and how they are laid out. */
final class NetworkRoutes {
  private static final int MOST_SIDE = 1 << 16;

  private final Nets nets;
  private final PerNet<Map<String, Object>> descriptions = new PerNet<>(NetworkJson::of);
  private final PerNet<String> drawings = new PerNet<>(net -> Graphs.json(net.network(), Set.of()));

  NetworkRoutes(Nets nets) {
    this.nets = nets;
  }

  /** Has ready what a page asks of a network first. */
  void prepare(Net net) {
    descriptions.get(net);
    drawings.get(net);
  }

  /** A network; its sizes for an array of other sides where those are given. */
  Map<String, Object> network(Query query) {
    Net net = nets.get(query.text("model"));
    return query.optional("height").isPresent()
        ? NetworkJson.of(
            net, query.number("height", 1, MOST_SIDE), query.number("width", 1, MOST_SIDE))
        : descriptions.get(net);
  }

  /** The network laid out, with some of its repeated blocks shown in place. */
  byte[] graph(Query query) {
    Net net = nets.get(query.text("model"));
    Set<String> open = query.names("open");
    String json = open.isEmpty() ? drawings.get(net) : Graphs.json(net.network(), open);
    return json.getBytes(StandardCharsets.UTF_8);
  }
}
