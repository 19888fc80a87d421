package io.fovea.app.server;

import io.fovea.image.Picture;
import io.fovea.network.Row;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Draws what a closed block does step by step, as the page does: of each branch the picture of what
 * it ends with, and below it a mark for each of its layers.
 */
final class GraphSteps {
  private static final double TOP = 28;
  private static final double SIDE = 36;
  private static final double TIGHT_SIDE = 28;
  private static final double MANY_SIDE = 19;
  private static final double ARROW = 14;
  private static final double TIGHT_ARROW = 11;
  private static final double BETWEEN = 3;
  private static final double MARK = 5;
  private static final int MANY = 2; // more pictures than this in one step stand in two rows
  private static final int FITTING = 4;

  private final GraphPen pen;
  private final GraphCards cards;
  private final Function<String, Optional<Picture>> pictures;

  GraphSteps(GraphPen pen, GraphCards cards, Function<String, Optional<Picture>> pictures) {
    this.pen = pen;
    this.cards = cards;
    this.pictures = pictures;
  }

  /**
   * Draws them.
   *
   * @param flow a list a step, of its branches side by side, of the layers of each in order
   * @param left where they begin
   * @param right where they have to end: what doesn't fit is left out
   */
  void draw(List<List<List<String>>> flow, double left, double right) {
    int broad = flow.stream().mapToInt(step -> Math.min(step.size(), MANY)).sum();
    boolean tight = broad > FITTING;
    double side = tight ? TIGHT_SIDE : SIDE;
    double arrow = tight ? TIGHT_ARROW : ARROW;
    double x = left;
    for (List<List<String>> step : flow) {
      double width = width(step, side);
      if (x > left) {
        pen.text("dim middle", x + arrow / 2, TOP + side / 2 + 4, "›");
        x += arrow;
      }
      if (x + width > right) {
        return;
      }
      step(step, x, side);
      x += width;
    }
  }

  private static double width(List<List<String>> step, double side) {
    boolean many = step.size() > MANY;
    int columns = many ? (step.size() + 1) / 2 : step.size();
    return columns * ((many ? MANY_SIDE : side) + BETWEEN) - BETWEEN;
  }

  private void step(List<List<String>> step, double x, double side) {
    for (int i = 0; i < step.size(); i++) {
      List<String> branch = step.get(i);
      if (step.size() > MANY) {
        double row = TOP + i % 2 * (MANY_SIDE + 2);
        picture(branch, x + i / 2 * (MANY_SIDE + BETWEEN), row, MANY_SIDE);
      } else {
        double from = x + i * (side + BETWEEN);
        picture(branch, from, TOP, side);
        marks(branch, from, side);
      }
    }
  }

  private void picture(List<String> branch, double x, double y, double side) {
    String last = branch.get(branch.size() - 1);
    pen.enter(x, y);
    pictures
        .apply(last)
        .ifPresentOrElse(
            picture -> pen.picture(picture, 0, 0, side),
            () -> pen.box("empty", 0, 0, side, side, BETWEEN));
    tell(last);
    pen.leave();
  }

  private void marks(List<String> branch, double x, double side) {
    double width = (side + 1) / branch.size();
    for (int i = 0; i < branch.size(); i++) {
      String layer = branch.get(i);
      pen.enter(x + i * width, TOP + side + 2);
      pen.box("kind " + cards.kind(layer).word(), 0, 0, width - 1, MARK, 1);
      tell(layer);
      pen.leave();
    }
  }

  private void tell(String layer) {
    Row row = cards.row(layer);
    String kind = GraphCards.word(cards.kind(layer));
    pen.tell("%d · %s · %s · %s".formatted(row.index(), layer, kind, GraphCards.size(row)));
  }
}
