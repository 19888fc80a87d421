package io.fovea.app.server;

import static io.fovea.app.server.GraphPen.decimal;

import io.fovea.app.server.GraphLayout.Drawing;
import io.fovea.app.server.GraphLayout.Edge;
import io.fovea.app.server.GraphLayout.Node;
import io.fovea.app.server.GraphLayout.Point;
import io.fovea.image.Picture;
import io.fovea.network.Network;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The graph of a network as a picture of its own (SVG), light or dark as its reader's screen: its
 * name, what the colours in closed blocks mean, and the cards as they are on the page.
 */
final class GraphPicture {
  private static final double MARGIN = 16;
  private static final double TITLE = 28;
  private static final int TITLE_LETTERS = 25;
  private static final double LEGEND_LINE = 18;
  private static final double LEGEND_COLUMN = 77;
  private static final double SWATCH = 8;
  private static final double HEAD = 3; // of an arrow

  private static final String CSS =
      """
      text { font: 12px system-ui, sans-serif; fill: #16191c }
      .title { font-size: 15px; font-weight: 600 }
      .strong { font-weight: 600 }
      .dim { fill: #59636e; font-size: 11px }
      .end { text-anchor: end }
      .middle { text-anchor: middle }
      .card { fill: #ffffff; stroke: #cfd5da }
      .open { fill: none; stroke-dasharray: 4 3 }
      .line { fill: none; stroke: #8a949e; stroke-width: 1.5; stroke-linejoin: round }
      .pile { fill: none; stroke: #8a949e; stroke-width: 4; stroke-dasharray: 3 3 }
      .empty { fill: #eef0f2 }
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
        .empty { fill: #1c2024 }
      }
      """;

  private final GraphPen pen = new GraphPen();
  private final Network network;
  private final Drawing drawing;
  private final GraphCards cards;

  private GraphPicture(
      Network network, Set<String> open, Function<String, Optional<Picture>> pictures) {
    this.network = network;
    drawing = GraphLayout.of(network, open);
    cards = new GraphCards(pen, network, drawing, pictures);
  }

  /**
   * The picture.
   *
   * @param open the ids of the blocks shown in place
   * @param pictures a small picture of each layer's activation, where there is one
   */
  static String of(
      Network network, Set<String> open, Function<String, Optional<Picture>> pictures) {
    return new GraphPicture(network, open, pictures).write();
  }

  private String write() {
    double left = drawing.nodes().stream().mapToDouble(Node::x).min().orElse(0);
    double room = drawing.width() - 2 * left;
    List<LayerKind> kinds = marked();
    int columns = Math.max(1, (int) (room / LEGEND_COLUMN));
    double head = MARGIN + TITLE + LEGEND_LINE * Math.ceil((double) kinds.size() / columns);
    double height = head + drawing.height() + MARGIN;
    pen.begin(drawing.width() + 2 * MARGIN, height, network.name(), CSS);
    pen.enter(MARGIN + left, MARGIN);
    pen.text("title", 0, TITLE / 2, GraphCards.shortened(network.name(), TITLE_LETTERS));
    for (int i = 0; i < kinds.size(); i++) {
      swatch(kinds.get(i), i % columns * LEGEND_COLUMN, TITLE + LEGEND_LINE * (i / columns));
    }
    pen.leave();
    pen.enter(MARGIN, head);
    drawing.edges().forEach(this::line);
    drawing.nodes().forEach(cards::draw);
    pen.leave();
    return pen.end();
  }

  /** The kinds of layers that are marks in closed blocks: those of cards are told there. */
  private List<LayerKind> marked() {
    return drawing.nodes().stream()
        .filter(node -> !node.open())
        .flatMap(node -> node.block().stream())
        .flatMap(block -> block.layers().stream())
        .map(cards::kind)
        .distinct()
        .sorted()
        .toList();
  }

  private void swatch(LayerKind kind, double x, double y) {
    pen.box("kind " + kind.word(), x, y + (LEGEND_LINE - SWATCH) / 2, SWATCH, SWATCH, 1);
    pen.text("dim", x + SWATCH + 4, y + LEGEND_LINE - 5, GraphCards.word(kind));
  }

  private void line(Edge edge) {
    List<Point> points = edge.points();
    Point end = points.get(points.size() - 1);
    String path =
        points.stream()
            .map(point -> decimal(point.x()) + " " + decimal(point.y()))
            .collect(Collectors.joining("L", "M", ""));
    String head =
        "M%s %sL%s %sL%s %s"
            .formatted(
                decimal(end.x() - HEAD),
                decimal(end.y() - HEAD - 1),
                decimal(end.x()),
                decimal(end.y() - 1),
                decimal(end.x() + HEAD),
                decimal(end.y() - HEAD - 1));
    pen.path("line", path + head);
  }
}
