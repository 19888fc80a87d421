package io.fovea.app.server;

import io.fovea.app.server.GraphLayout.Drawing;
import io.fovea.app.server.GraphLayout.Edge;
import io.fovea.app.server.GraphLayout.Node;
import io.fovea.image.Picture;
import io.fovea.network.Analysis;
import io.fovea.network.Network;
import io.fovea.network.Row;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The graph of a network as a picture of its own (SVG), light or dark as its reader's screen. */
final class GraphPicture {
  private static final int MARGIN = 16;
  private static final int INSET = 14;
  private static final int STRIP = 4;
  private static final int LINE = 18;
  private static final int THUMBNAIL = 36;
  private static final int BESIDE = INSET + THUMBNAIL + 8;
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
  private final Function<String, Optional<Picture>> pictures;

  private GraphPicture(
      Network network, Set<String> open, Function<String, Optional<Picture>> pictures) {
    this.pictures = pictures;
    Analysis.of(network).rows().forEach(row -> rows.put(row.layer().name(), row));
    drawing = GraphLayout.of(network, open);
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
    int left = picture(row.layer().name(), node) ? BESIDE : INSET;
    words("", left, 1, shortened(row.layer().name(), node, left));
    words("dim", left, 2, row.activation().map(shape -> shape.itemText()).orElse("?"));
    svg.element("title", row.layer().description());
  }

  private void block(Node node, GraphBlock block) {
    List<String> layers = block.layers();
    if (node.open()) {
      words("", INSET, 1, shortened(block.label(), node, INSET));
      return;
    }
    Row last = rows.get(layers.get(layers.size() - 1));
    int left = picture(last.layer().name(), node) ? BESIDE : INSET;
    words("", left, 1, shortened(block.label(), node, left));
    words("dim", left, 2, rows.get(layers.get(0)).index() + "–" + last.index());
    words("dim", left, 3, last.activation().map(shape -> shape.itemText()).orElse("?"));
  }

  /** Draws what a layer made of the input, if that is known. */
  private boolean picture(String layer, Node node) {
    Optional<Picture> small = pictures.apply(layer);
    small.ifPresent(
        picture ->
            svg.open(
                    "image",
                    "href",
                    "data:image/png;base64," + Base64.getEncoder().encodeToString(picture.toPng()),
                    "x",
                    String.valueOf(INSET - STRIP),
                    "y",
                    decimal((node.height() - THUMBNAIL) / 2),
                    "width",
                    String.valueOf(THUMBNAIL),
                    "height",
                    String.valueOf(THUMBNAIL))
                .close("image"));
    return small.isPresent();
  }

  private void words(String style, int left, int line, String text) {
    svg.element(
        "text", text, "class", style, "x", String.valueOf(left), "y", String.valueOf(line * LINE));
  }

  private static String shortened(String name, Node node, int left) {
    double room = node.width() + INSET - left;
    int letters = Math.min(MOST_LETTERS, (int) (room * LETTERS_PER_PIXEL));
    return name.length() <= letters ? name : name.substring(0, letters - 1) + "…";
  }

  private static String decimal(double number) {
    return String.format(Locale.ROOT, "%.1f", number);
  }
}
