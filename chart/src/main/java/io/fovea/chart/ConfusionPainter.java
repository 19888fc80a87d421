package io.fovea.chart;

import io.fovea.chart.Canvas.Anchor;
import io.fovea.chart.Canvas.Direction;
import io.fovea.chart.Canvas.Pen;
import io.fovea.chart.Canvas.Type;
import java.util.Locale;
import java.util.Optional;

/** Draws a confusion chart. */
final class ConfusionPainter {
  private static final double STRONGEST = 0.92;
  private static final double DARK = 0.5;
  private static final int SCALE_STEPS = 40;
  private static final double SCALE_WIDTH = 160;
  private static final double SCALE_HEIGHT = 10;
  private static final Type SMALL = Type.plain(11, Palette.QUIET);
  private static final Type AXIS = Type.bold(13, Palette.INK);

  private final ConfusionChart chart;
  private final ConfusionLayout layout;
  private final int size;
  private final double numberSize;

  ConfusionPainter(ConfusionChart chart, ConfusionLayout layout) {
    this.chart = chart;
    this.layout = layout;
    size = chart.classes().size();
    double widest = TextWidth.of(number(chart.highestCount()), 1);
    numberSize = Math.min(16, (layout.cell() - 6) / widest);
  }

  void paint(Canvas canvas) {
    paintTitle(canvas);
    for (int row = 0; row < size; row++) {
      for (int column = 0; column < size; column++) {
        paintCell(canvas, row, column);
      }
    }
    for (int index = 0; index < size; index++) {
      paintSummary(canvas, index);
    }
    paintFrames(canvas);
    if (layout.hasNames()) {
      paintNames(canvas);
    } else {
      paintTicks(canvas);
    }
    paintAxisNames(canvas);
    paintScales(canvas);
  }

  private void paintTitle(Canvas canvas) {
    double x = ConfusionLayout.MARGIN;
    var title = TextWidth.shorten(chart.title(), 19, layout.width() - 2 * x);
    canvas.text(title, x, 38, Type.bold(19, Palette.INK), Anchor.START);
    var accuracy = chart.accuracy().map(TrainingPlot::percent).orElse("–");
    var text =
        "%s inputs in %s classes · accuracy %s"
            .formatted(number(chart.total()), number(size), accuracy);
    canvas.text(text, x, 60, Type.plain(12.5, Palette.QUIET), Anchor.START);
  }

  private void paintCell(Canvas canvas, int row, int column) {
    int count = chart.count(row, column);
    if (count == 0) {
      return;
    }
    var area = layout.cell(row, column);
    double share = chart.share(row, column);
    boolean right = row == column;
    canvas.fill(area, color(right, share));
    if (chart.hasNumbers()) {
      inside(canvas, area, number(count), numberSize, ink(right, share));
    }
  }

  private void paintSummary(Canvas canvas, int index) {
    for (int which = 0; which < 2; which++) {
      paintPart(canvas, layout.besideRow(index, which), chart.recall(index), which == 0);
      paintPart(canvas, layout.belowColumn(index, which), chart.precision(index), which == 0);
    }
  }

  private void paintPart(Canvas canvas, Area area, Optional<Double> found, boolean right) {
    if (found.isEmpty()) {
      if (chart.hasNumbers()) {
        inside(canvas, area, "–", 11, Palette.QUIET);
      }
      return;
    }
    double part = right ? found.get() : 1 - found.get();
    if (part > 0) {
      canvas.fill(area, color(right, part));
    }
    if (chart.hasNumbers() && (part > 0 || right)) {
      double textSize = Math.min(11, (area.width() - 2) / TextWidth.of("99.9%", 1));
      var text = String.format(Locale.ROOT, part == 1 ? "%.0f%%" : "%.1f%%", 100 * part);
      inside(canvas, area, text, textSize, ink(right, part));
    }
  }

  private void paintFrames(Canvas canvas) {
    var beside = layout.besideRow(0, 0);
    var below = layout.belowColumn(0, 0);
    var cells = layout.cells();
    grid(canvas, cells, size, size);
    grid(canvas, new Area(beside.x(), cells.y(), 2 * beside.width(), cells.height()), size, 2);
    grid(canvas, new Area(cells.x(), below.y(), cells.width(), 2 * below.height()), 2, size);
    boolean fits = chart.hasNumbers();
    double x = fits ? beside.right() : cells.right();
    var anchor = fits ? Anchor.MIDDLE : Anchor.START;
    canvas.text("Recall", x, cells.y() - 8, SMALL, anchor);
    double edge = cells.x() - 8;
    canvas.text("Precision", edge, below.bottom() + 4, SMALL, Anchor.END);
  }

  private void grid(Canvas canvas, Area area, int rows, int columns) {
    var pen = Pen.solid(Palette.GRID, chart.hasNumbers() ? 1 : 0.3);
    for (int row = 1; row < rows && layout.hasNames(); row++) {
      double y = area.y() + row * area.height() / rows;
      canvas.line(area.x(), y, area.right(), y, pen);
    }
    for (int column = 1; column < columns && layout.hasNames(); column++) {
      double x = area.x() + column * area.width() / columns;
      canvas.line(x, area.y(), x, area.bottom(), pen);
    }
    double[] x = {area.x(), area.right(), area.right(), area.x(), area.x()};
    double[] y = {area.y(), area.y(), area.bottom(), area.bottom(), area.y()};
    canvas.line(x, y, Pen.solid(Palette.FRAME, 1));
  }

  private void paintNames(Canvas canvas) {
    var type = Type.plain(layout.nameSize(), Palette.INK);
    double down = 0.35 * type.size();
    for (int index = 0; index < size; index++) {
      var name = TextWidth.shorten(chart.classes().get(index), type.size(), layout.nameRoom());
      var cell = layout.cell(index, index);
      canvas.text(
          name, cell.x() - index * cell.width() - 8, cell.middleY() + down, type, Anchor.END);
      double top = layout.namesTop();
      if (layout.columnNames() == Direction.ACROSS) {
        canvas.text(name, cell.middleX(), top + type.size(), type, Anchor.MIDDLE);
      } else {
        canvas.text(name, cell.middleX() + down, top, type, Anchor.END, Direction.UPWARD);
      }
    }
  }

  /** Names would be too small to read: their numbers, counted from 1. */
  private void paintTicks(Canvas canvas) {
    var ticks = Ticks.within(size, 10);
    for (double value : ticks.values()) {
      if (value > 0) {
        var cell = layout.cell((int) value - 1, (int) value - 1);
        double left = layout.cells().x();
        canvas.text(ticks.label(value), left - 8, cell.middleY() + 4, SMALL, Anchor.END);
        double baseline = layout.namesTop() + 11;
        canvas.text(ticks.label(value), cell.middleX(), baseline, SMALL, Anchor.MIDDLE);
      }
    }
  }

  private void paintAxisNames(Canvas canvas) {
    var cells = layout.cells();
    canvas.text("True class", 40, cells.middleY(), AXIS, Anchor.MIDDLE, Direction.UPWARD);
    double baseline = layout.axisNameBaseline();
    canvas.text("Predicted class", cells.middleX(), baseline, AXIS, Anchor.MIDDLE);
  }

  /** What the colours stand for: the same colours, from 0 to 100 %. */
  private void paintScales(Canvas canvas) {
    paintScale(canvas, ConfusionLayout.MARGIN, "share that is right", true);
    double second = ConfusionLayout.MARGIN + SCALE_WIDTH + 100;
    paintScale(canvas, second, "share that is wrong", false);
  }

  private void paintScale(Canvas canvas, double x, String name, boolean right) {
    double y = layout.legendTop();
    double left = x + 26;
    double step = SCALE_WIDTH / SCALE_STEPS;
    for (int i = 0; i < SCALE_STEPS; i++) {
      double share = (i + 0.5) / SCALE_STEPS;
      canvas.fill(new Area(left + i * step, y, step, SCALE_HEIGHT), color(right, share));
    }
    canvas.text("0 %", left - 6, y + SCALE_HEIGHT - 1, SMALL, Anchor.END);
    canvas.text("100 %", left + SCALE_WIDTH + 6, y + SCALE_HEIGHT - 1, SMALL, Anchor.START);
    double below = y + SCALE_HEIGHT + 16;
    canvas.text(name, left + SCALE_WIDTH / 2, below, SMALL, Anchor.MIDDLE);
  }

  /** A single mistake among many must still be seen, so small shares are drawn stronger. */
  private static double strength(double share) {
    return STRONGEST * Math.sqrt(share);
  }

  private static int color(boolean right, double share) {
    return Palette.tint(right ? Palette.BLUE : Palette.ORANGE, strength(share));
  }

  private static int ink(boolean right, double share) {
    return strength(share) > (right ? DARK : DARK + 0.2) ? Palette.WHITE : Palette.INK;
  }

  private static void inside(Canvas canvas, Area area, String text, double textSize, int rgb) {
    double baseline = area.middleY() + 0.35 * textSize;
    canvas.text(text, area.middleX(), baseline, Type.plain(textSize, rgb), Anchor.MIDDLE);
  }

  private static String number(long count) {
    return String.format(Locale.ROOT, "%,d", count);
  }
}
