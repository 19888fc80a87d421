package io.fovea.chart;

import io.fovea.chart.Canvas.Anchor;
import io.fovea.chart.Canvas.Direction;
import io.fovea.chart.Canvas.Pen;
import io.fovea.chart.Canvas.Type;

/**
 * One pair of axes of the training plot, with the epochs as bands and a strip of their numbers
 * below the zero line.
 *
 * @param area what lies between the axes, without the strip
 * @param lastIteration the right end, at least 1
 * @param vertical the ticks of the left axis, which ends at the last one
 */
record Panel(Area area, int lastIteration, Ticks vertical) {
  static final double STRIP = 20;

  private static final double TICK = 4;
  private static final double LABEL_ROOM = 26;
  private static final Type SMALL = Type.plain(11, Palette.QUIET);
  private static final Type NAME = Type.plain(12, Palette.INK);

  double x(double iteration) {
    return area.x() + iteration / lastIteration * area.width();
  }

  /** Where a value stands, at the upper edge where it is above it; nowhere if not finite. */
  double y(double value) {
    return Double.isFinite(value)
        ? area.bottom() - Math.min(value / vertical.last(), 1) * area.height()
        : Double.NaN;
  }

  /** The area and the strip below it. */
  Area whole() {
    return new Area(area.x(), area.y(), area.width(), area.height() + STRIP);
  }

  /** All bands first, so that none covers a number that is wider than its own. */
  void drawBands(Canvas canvas, Epochs epochs) {
    for (var band : epochs.bands()) {
      if (band.epoch() % 2 == 0) {
        double left = x(band.from());
        double width = x(band.to()) - left;
        canvas.fill(new Area(left, area.y(), width, area.height() + STRIP), Palette.BAND);
      }
    }
    int step = epochs.labelStep(area.width(), LABEL_ROOM);
    for (var band : epochs.bands()) {
      if (band.epoch() % step == 0) {
        drawNumber(canvas, band);
      }
    }
    canvas.text("Epoch", area.x() - 8, area.bottom() + 15, SMALL, Anchor.END);
  }

  private void drawNumber(Canvas canvas, Epochs.Band band) {
    var number = String.valueOf(band.epoch());
    double half = TextWidth.of(number, SMALL.size()) / 2 + 2;
    double middle = Math.min((x(band.from()) + x(band.to())) / 2, area.right() - half);
    canvas.text(number, middle, area.bottom() + 15, SMALL, Anchor.MIDDLE);
  }

  void drawVerticalAxis(Canvas canvas, String name) {
    for (double value : vertical.values()) {
      double y = y(value);
      canvas.line(area.x(), y, area.right(), y, Pen.solid(Palette.GRID, 0.75));
      canvas.text(vertical.label(value), area.x() - 8, y + 4, SMALL, Anchor.END);
    }
    canvas.text(name, area.x() - 50, area.middleY(), NAME, Anchor.MIDDLE, Direction.UPWARD);
  }

  void drawHorizontalTicks(Canvas canvas) {
    double bottom = whole().bottom();
    for (double value : horizontal().values()) {
      canvas.line(x(value), bottom, x(value), bottom + TICK, Pen.solid(Palette.FRAME, 1));
    }
  }

  void drawHorizontalAxis(Canvas canvas, String name) {
    double bottom = whole().bottom();
    var ticks = horizontal();
    for (double value : ticks.values()) {
      canvas.text(ticks.label(value), x(value), bottom + 18, SMALL, Anchor.MIDDLE);
    }
    canvas.text(name, area.middleX(), bottom + 38, NAME, Anchor.MIDDLE);
  }

  void drawFrame(Canvas canvas) {
    var all = whole();
    double[] x = {all.x(), all.right(), all.right(), all.x(), all.x()};
    double[] y = {all.y(), all.y(), all.bottom(), all.bottom(), all.y()};
    canvas.line(x, y, Pen.solid(Palette.FRAME, 1));
  }

  private Ticks horizontal() {
    return Ticks.within(lastIteration, 10);
  }
}
