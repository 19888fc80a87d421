package io.fovea.app.server;

import io.fovea.app.server.GraphLayout.Drawing;
import io.fovea.app.server.GraphLayout.Edge;
import io.fovea.app.server.GraphLayout.Node;
import io.fovea.app.server.GraphLayout.Point;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Lays a chain out, each card below the one that it takes: the drawing that {@link GraphElk} makes
 * of a chain, at once. Most networks are one when their blocks are closed, so that a page needn't
 * wait for a layout engine to start.
 */
final class GraphColumn {
  /** Space round the drawing, in pixels. */
  static final double MARGIN = 18;

  /** Space between two cards, in pixels. */
  static final double GAP = 14;

  /** Height of the head of an opened block's frame, in pixels. */
  static final double FRAME_HEAD = 36;

  private GraphColumn() {}

  /** The drawing, if each node takes the one before it and nothing else. */
  static Optional<Drawing> of(List<Node> nodes, List<Edge> edges) {
    if (!isChain(nodes, edges)) {
      return Optional.empty();
    }
    var placed = new ArrayList<Node>();
    var lines = new ArrayList<Edge>();
    double middle = MARGIN + GraphLayout.CARD_WIDTH / 2;
    double y = MARGIN;
    for (Node node : nodes) {
      if (!placed.isEmpty()) {
        String from = placed.get(placed.size() - 1).id();
        lines.add(
            new Edge(from, node.id(), List.of(new Point(middle, y), new Point(middle, y += GAP))));
      }
      placed.add(node.at(MARGIN, y, node.width(), node.height()));
      y += node.height();
    }
    return Optional.of(new Drawing(GraphLayout.CARD_WIDTH + 2 * MARGIN, y + MARGIN, placed, lines));
  }

  private static boolean isChain(List<Node> nodes, List<Edge> edges) {
    boolean chain = !nodes.isEmpty() && edges.size() == nodes.size() - 1;
    for (int i = 0; chain && i < edges.size(); i++) {
      chain =
          edges.get(i).from().equals(nodes.get(i).id())
              && edges.get(i).to().equals(nodes.get(i + 1).id());
    }
    return chain && nodes.stream().noneMatch(Node::open);
  }
}
