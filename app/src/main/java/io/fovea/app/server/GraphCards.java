package io.fovea.app.server;

import static io.fovea.app.server.GraphPen.decimal;

import io.fovea.app.server.GraphLayout.Drawing;
import io.fovea.app.server.GraphLayout.Node;
import io.fovea.image.Picture;
import io.fovea.network.Analysis;
import io.fovea.network.Network;
import io.fovea.network.Row;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Draws the cards of a graph: of a layer, of a closed block, and the frame of an opened one. */
final class GraphCards {
  private static final double ROUND = 6;
  private static final double EDGE = 8; // from the card's right border
  private static final int LETTERS = 20;
  private static final int INNER_LETTERS = 15;
  private static final double PICTURE = 36;
  private static final double INNER_PICTURE = 24;
  private static final double BEFORE_PICTURE = 10;
  private static final double HEAD_LINE = 18;
  private static final String AFTER_LABEL = "^[-/_.: ]+";

  private final GraphPen pen;
  private final GraphSteps steps;
  private final Map<String, Row> rows = new HashMap<>();
  private final Map<String, String> labels = new HashMap<>();
  private final Function<String, Optional<Picture>> pictures;

  GraphCards(
      GraphPen pen,
      Network network,
      Drawing drawing,
      Function<String, Optional<Picture>> pictures) {
    this.pen = pen;
    this.pictures = pictures;
    steps = new GraphSteps(pen, this, pictures);
    Analysis.of(network).rows().forEach(row -> rows.put(row.layer().name(), row));
    drawing
        .nodes()
        .forEach(node -> node.block().ifPresent(block -> labels.put(node.id(), block.label())));
  }

  /** Draws one in its place. */
  void draw(Node node) {
    pen.enter(node.x(), node.y());
    pen.box(node.open() ? "card open" : "card", 0, 0, node.width(), node.height(), ROUND);
    node.layer().map(rows::get).ifPresent(row -> layer(node, row));
    node.block().ifPresent(block -> block(node, block));
    pen.leave();
  }

  private void layer(Node node, Row row) {
    strip(row, node.height());
    boolean inner = node.parent().isPresent();
    double side = inner ? INNER_PICTURE : PICTURE;
    Optional<Picture> small = pictures.apply(row.layer().name());
    small.ifPresent(
        picture ->
            pen.picture(picture, BEFORE_PICTURE, (GraphLayout.LAYER_HEIGHT - side) / 2, side));
    double left = BEFORE_PICTURE + (small.isPresent() ? side + EDGE : 2);
    double right = node.width() - EDGE;
    String kind = word(LayerKind.of(row.layer()));
    if (inner) {
      pen.text("", left, 17, shortened(within(node, row), INNER_LETTERS));
      pen.text("dim", left, 31, size(row));
      pen.text("dim", left, 44, kind);
      pen.text("dim end", right, 44, String.valueOf(row.index()));
    } else {
      pen.text("", left, 22, shortened(row.layer().name(), LETTERS));
      pen.text("dim end", right, 22, String.valueOf(row.index()));
      pen.text("dim", left, 39, size(row));
      pen.text("dim end", right, 39, kind);
    }
    pen.tell(row.layer().description());
  }

  /** The card's left border, in the colour of the layer's kind. */
  private void strip(Row row, double height) {
    pen.path(
        "kind " + LayerKind.of(row.layer()).word(),
        "M4 0.3A6 6 0 0 0 0 6V%sA6 6 0 0 0 4 %s"
            .formatted(decimal(height - 6), decimal(height - 0.3)));
  }

  /** A layer's name without what its block is called, which stands above it. */
  private String within(Node node, Row row) {
    String name = row.layer().name();
    String label = node.parent().map(labels::get).orElse("");
    String rest =
        name.startsWith(label)
            ? name.substring(label.length()).replaceFirst(AFTER_LABEL, "")
            : name;
    return rest.isEmpty() ? name : rest;
  }

  private void block(Node node, GraphBlock block) {
    List<String> layers = block.layers();
    Row last = row(layers.get(layers.size() - 1));
    pen.text("strong", BEFORE_PICTURE, HEAD_LINE, shortened(block.label(), INNER_LETTERS));
    String numbers = row(layers.get(0)).index() + "–" + last.index();
    pen.text("dim end", node.width() - EDGE, HEAD_LINE, numbers);
    if (!node.open()) {
      pen.text("dim middle", node.width() / 2 + EDGE, HEAD_LINE, size(last));
      pen.path("pile", "M2 %sV%s".formatted(decimal(ROUND), decimal(node.height() - ROUND)));
      steps.draw(block.flow(), BEFORE_PICTURE, node.width() - EDGE);
    }
  }

  /** What is known of a layer. */
  Row row(String layer) {
    return rows.get(layer);
  }

  /** Of which kind a layer is. */
  LayerKind kind(String layer) {
    return LayerKind.of(row(layer).layer());
  }

  /** How large its activation is. */
  static String size(Row row) {
    return row.activation().map(shape -> shape.itemText()).orElse("?");
  }

  /** A kind as the cards of the page name it. */
  static String word(LayerKind kind) {
    return switch (kind) {
      case CONVOLUTION -> "conv";
      case NORMALIZATION -> "norm";
      case OTHER -> "layer";
      default -> kind.word();
    };
  }

  /** A name of so many letters at most: the beginning says the block, the end says the layer. */
  static String shortened(String name, int letters) {
    if (name.length() <= letters) {
      return name;
    }
    int before = (letters - 1) * 2 / 5;
    return name.substring(0, before) + "…" + name.substring(name.length() - letters + 1 + before);
  }
}
