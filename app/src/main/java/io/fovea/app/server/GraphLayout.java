package io.fovea.app.server;

import io.fovea.network.Analysis;
import io.fovea.network.Fault;
import io.fovea.network.Layer;
import io.fovea.network.Network;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Lays a network out from top to bottom: a card a layer, a larger one a closed block, an opened
 * block in its place as a frame with its layers inside.
 */
final class GraphLayout {
  static final double CARD_WIDTH = 232;
  static final double INNER_WIDTH = 148;
  static final double LAYER_HEIGHT = 50;
  static final double BLOCK_HEIGHT = 78;

  /** How much higher a card is that has a fault to tell. */
  static final double FAULT_HEIGHT = 44;

  /** A drawing; all in pixels at scale 1, the origin top left. */
  record Drawing(double width, double height, List<Node> nodes, List<Edge> edges) {}

  /**
   * A card, or the frame of an opened block.
   *
   * @param layer the layer's name; none for a block
   * @param block the block; none for a layer
   * @param open whether it is the frame of an opened block
   * @param parent the id of the opened block that it stands in
   */
  record Node(
      String id,
      Optional<String> layer,
      Optional<GraphBlock> block,
      boolean open,
      Optional<String> parent,
      double x,
      double y,
      double width,
      double height) {
    /** The same in the frame of this block, where cards are narrower. */
    Node inside(String block) {
      return new Node(id, layer, this.block, open, Optional.of(block), x, y, INNER_WIDTH, height);
    }

    /** The same with room for the words of a fault. */
    Node faulty() {
      double base = block.isPresent() ? BLOCK_HEIGHT : LAYER_HEIGHT;
      return at(x, y, width, base + FAULT_HEIGHT);
    }

    /** The same at another place, of another size. */
    Node at(double newX, double newY, double newWidth, double newHeight) {
      return new Node(id, layer, block, open, parent, newX, newY, newWidth, newHeight);
    }
  }

  /** A line from card to card, with right angles. */
  record Edge(String from, String to, List<Point> points) {}

  /** A point of a line. */
  record Point(double x, double y) {}

  private GraphLayout() {}

  /**
   * Draws a network.
   *
   * @param open the ids of the blocks shown in place; one that isn't there is left out
   */
  static Drawing of(Network network, Set<String> open) {
    Map<String, GraphBlock> blocks = new HashMap<>();
    Map<String, String> shownAs = new HashMap<>();
    for (GraphBlock block : Blocks.of(network)) {
      for (String layer : block.layers()) {
        blocks.put(layer, block);
        shownAs.put(layer, open.contains(block.id()) ? layer : block.id());
      }
    }
    var cards = new LinkedHashMap<String, Node>();
    for (Layer layer : network.layers()) {
      place(layer(layer.name()), Optional.ofNullable(blocks.get(layer.name())), open, cards);
    }
    for (Fault fault : Analysis.of(network).faults()) {
      String shown = shownAs.getOrDefault(fault.layer(), fault.layer());
      cards.computeIfPresent(shown, (id, card) -> card.faulty());
    }
    List<Node> nodes = List.copyOf(cards.values());
    List<Edge> edges = edges(network, shownAs);
    return GraphColumn.of(nodes, edges).orElseGet(() -> GraphElk.of(nodes, edges));
  }

  private static void place(
      Node card, Optional<GraphBlock> its, Set<String> open, Map<String, Node> cards) {
    if (its.isEmpty()) {
      cards.put(card.id(), card);
      return;
    }
    GraphBlock block = its.orElseThrow();
    boolean opened = open.contains(block.id());
    cards.putIfAbsent(block.id(), block(block, opened));
    if (opened) {
      cards.put(card.id(), card.inside(block.id()));
    }
  }

  private static List<Edge> edges(Network network, Map<String, String> shownAs) {
    Set<Edge> edges = new LinkedHashSet<>();
    GraphLinks links = GraphLinks.of(network);
    for (int at = 0; at < links.size(); at++) {
      String name = links.layer(at).name();
      String to = shownAs.getOrDefault(name, name);
      for (int input : links.inputs(at)) {
        String taken = links.layer(input).name();
        String from = shownAs.getOrDefault(taken, taken);
        if (!from.equals(to)) {
          edges.add(new Edge(from, to, List.of()));
        }
      }
    }
    return List.copyOf(edges);
  }

  /** A layer's card, not yet placed. */
  static Node layer(String name) {
    return new Node(
        name,
        Optional.of(name),
        Optional.empty(),
        false,
        Optional.empty(),
        0,
        0,
        CARD_WIDTH,
        LAYER_HEIGHT);
  }

  private static Node block(GraphBlock block, boolean open) {
    return new Node(
        block.id(),
        Optional.empty(),
        Optional.of(block),
        open,
        Optional.empty(),
        0,
        0,
        CARD_WIDTH,
        BLOCK_HEIGHT);
  }
}
