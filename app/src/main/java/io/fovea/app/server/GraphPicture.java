package io.fovea.app.server;

import io.fovea.app.server.GraphLayout.Drawing;
import io.fovea.app.server.GraphLayout.Edge;
import io.fovea.app.server.GraphLayout.Node;
import io.fovea.network.Analysis;
import io.fovea.network.Network;
import io.fovea.network.Row;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The graph of a network as a picture of its own (SVG), light or dark as its reader's screen. */
final class GraphPicture {
  private static final int MARGIN = 16;
  private static final int INSET = 14;
  private static final int STRIP = 4;
  private static final int LINE = 18;
  private static final int MOST_LETTERS = 30;
  private static final double LETTERS_PER_PIXEL = 1 / 7.5;

  private static final String CSS =
      """
      text { font: 12px system-ui, sans-serif; fill: #16191c }
      .dim { fill: #59636e; font-size: 11px }
      .card { fill: #ffffff; stroke: #cfd5da }
      .open { fill: none; stroke-dasharray: 4 3 }
      .line { fill: none; stroke: #8a949e; stroke-width: 1.5 }
      .kind { fill: #7d8792 }
      .convolution { fill: #5b8def }
      .activation { fill: #b5474f }
      .pooling { fill: #3f9d6a }
      .dropout { fill: #8b6fd6 }
      @media (prefers-color-scheme: dark) {
        text { fill: #e9ecef }
        .dim { fill: #98a2ad }
        .card { fill: #15181b; stroke: #3a424a }
        .open { fill: none }
      }
      """;

  private final Html svg = new Html();
  private final Map<String, Row> rows = new HashMap<>();
  private final Drawing drawing;

  private GraphPicture(Network network, Set<String> open) {
    Analysis.of(network).rows().forEach(row -> rows.put(row.layer().name(), row));
    drawing = GraphLayout.of(network, open);
  }

  /**
   * The picture.
   *
   * @param open the ids of the blocks shown in place
   */
  static String of(Network network, Set<String> open) {
    return new GraphPicture(network, open).write();
  }

  private String write() {
    String width = decimal(drawing.width() + 2 * MARGIN);
    String height = decimal(drawing.height() + 2 * MARGIN);
    svg.open(
        "svg",
        "xmlns",
        "http://www.w3.org/2000/svg",
        "width",
        width,
        "height",
        height,
        "viewBox",
        "%d %d %s %s".formatted(-MARGIN, -MARGIN, width, height));
    svg.style(CSS);
    drawing.edges().forEach(this::line);
    drawing.nodes().forEach(this::card);
    return svg.close("svg").toString();
  }

  private void line(Edge edge) {
    String points =
        edge.points().stream()
            .map(point -> decimal(point.x()) + "," + decimal(point.y()))
            .collect(Collectors.joining(" "));
    svg.open("polyline", "class", "line", "points", points).close("polyline");
  }

  private void card(Node node) {
    svg.open("g", "transform", "translate(%s %s)".formatted(decimal(node.x()), decimal(node.y())));
    box(node.open() ? "card open" : "card", node.width(), node.height());
    node.layer().map(rows::get).ifPresent(row -> layer(node, row));
    node.block().ifPresent(block -> block(node, block));
    svg.close("g");
  }

  private void box(String style, double width, double height) {
    svg.open("rect", "class", style, "width", decimal(width), "height", decimal(height), "rx", "6")
        .close("rect");
  }

  private void layer(Node node, Row row) {
    box("kind " + LayerKind.of(row.layer()).word(), STRIP, node.height());
    words("", 1, shortened(row.layer().name(), node));
    words("dim", 2, row.activation().map(shape -> shape.itemText()).orElse("?"));
    svg.element("title", row.layer().description());
  }

  private void block(Node node, GraphBlock block) {
    List<String> layers = block.layers();
    words("", 1, shortened(block.label(), node));
    if (!node.open()) {
      Row last = rows.get(layers.get(layers.size() - 1));
      words("dim", 2, rows.get(layers.get(0)).index() + "–" + last.index());
      words("dim", 3, last.activation().map(shape -> shape.itemText()).orElse("?"));
    }
  }

  private void words(String style, int line, String text) {
    svg.element(
        "text", text, "class", style, "x", String.valueOf(INSET), "y", String.valueOf(line * LINE));
  }

  private static String shortened(String name, Node node) {
    int letters = Math.min(MOST_LETTERS, (int) (node.width() * LETTERS_PER_PIXEL));
    return name.length() <= letters ? name : name.substring(0, letters - 1) + "…";
  }

  private static String decimal(double number) {
    return String.format(Locale.ROOT, "%.1f", number);
  }
}
