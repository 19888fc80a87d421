package io.fovea.app.server;

import com.grack.nanojson.JsonWriter;
import io.fovea.app.server.GraphLayout.Drawing;
import io.fovea.app.server.GraphLayout.Edge;
import io.fovea.app.server.GraphLayout.Node;
import io.fovea.network.Network;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The answer of {@code api/graph}: how the page draws a network. */
final class Graphs {
  private Graphs() {}

  /**
   * The drawing as JSON.
   *
   * @param open the ids of the blocks shown in place
   */
  static String json(Network network, Set<String> open) {
    Drawing drawing = GraphLayout.of(network, open);
    var json = new LinkedHashMap<String, Object>();
    json.put("width", drawing.width());
    json.put("height", drawing.height());
    json.put("nodes", drawing.nodes().stream().map(Graphs::json).toList());
    json.put("edges", drawing.edges().stream().map(Graphs::json).toList());
    return JsonWriter.string(json);
  }

  private static Map<String, Object> json(Node node) {
    var json = new LinkedHashMap<String, Object>();
    json.put("id", node.id());
    json.put("kind", node.block().isPresent() ? "block" : "layer");
    node.layer()
        .ifPresent(
            layer -> {
              json.put("label", layer);
              json.put("layer", layer);
            });
    node.block()
        .ifPresent(
            block -> {
              json.put("label", block.label());
              json.put("layers", block.layers());
              json.put("flow", block.flow());
              json.put("open", node.open());
            });
    node.parent().ifPresent(parent -> json.put("parent", parent));
    json.put("x", node.x());
    json.put("y", node.y());
    json.put("width", node.width());
    json.put("height", node.height());
    return json;
  }

  private static Map<String, Object> json(Edge edge) {
    var json = new LinkedHashMap<String, Object>();
    json.put("from", edge.from());
    json.put("to", edge.to());
    json.put("points", edge.points().stream().map(point -> List.of(point.x(), point.y())).toList());
    return json;
  }

  /**
   * Starts the layout engine, which takes a second or more the first time: for a thread with time
   * to spare, so that nobody waits when a block is opened first.
   */
  static void warmUp() {
    GraphElk.of(
        List.of(GraphLayout.layer("a"), GraphLayout.layer("b")),
        List.of(new Edge("a", "b", List.of())));
  }
}
