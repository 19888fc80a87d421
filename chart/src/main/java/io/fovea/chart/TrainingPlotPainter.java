package io.fovea.chart;

import io.fovea.chart.Canvas.Anchor;
import io.fovea.chart.Canvas.Pen;
import io.fovea.chart.Canvas.Type;
import io.fovea.chart.TrainingPlot.Point;
import io.fovea.chart.TrainingPlot.ValidationPoint;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;

/** Lays a training plot out and draws it. */
final class TrainingPlotPainter {
  static final int WIDTH = 1000;
  static final int HEIGHT = 720;

  private static final double LEFT = 76;
  private static final double PLOT_WIDTH = WIDTH - LEFT - 84;
  private static final Area ACCURACY = new Area(LEFT, 104, PLOT_WIDTH, 290);
  private static final Area LOSS = new Area(LEFT, 452, PLOT_WIDTH, 186);
  private static final double PERCENT = 100;
  private static final double DOT = 3;

  /** The loss axis reaches at least so far, and at most so far however a training diverged. */
  private static final double LOWEST_TOP = 0.01;

  private static final double HIGHEST_TOP = 1e30;

  /**
   * What one panel shows: the light and the strong colour of its curves and where they come from.
   */
  private record Measure(
      String name,
      String unit,
      int strong,
      int light,
      ToDoubleFunction<Point> training,
      ToDoubleFunction<ValidationPoint> validation) {
    static final Measure ACCURACY =
        new Measure(
            "Accuracy",
            "Accuracy (%)",
            Palette.BLUE,
            Palette.LIGHT_BLUE,
            point -> PERCENT * point.accuracy(),
            point -> PERCENT * point.accuracy());
    static final Measure LOSS =
        new Measure(
            "Loss",
            "Loss",
            Palette.ORANGE,
            Palette.LIGHT_ORANGE,
            Point::loss,
            ValidationPoint::loss);
  }

  private final TrainingPlot plot;
  private final Epochs epochs;

  TrainingPlotPainter(TrainingPlot plot) {
    this.plot = plot;
    epochs = Epochs.of(plot.points());
  }

  void paint(Canvas canvas) {
    var title = TextWidth.shorten(plot.title(), 19, PLOT_WIDTH);
    canvas.text(title, LEFT, 38, Type.bold(19, Palette.INK), Anchor.START);
    canvas.text(plot.summary(), LEFT, 60, Type.plain(12.5, Palette.QUIET), Anchor.START);
    int last = plot.lastIteration();
    paint(canvas, new Panel(ACCURACY, last, Ticks.reaching(PERCENT, 10)), Measure.ACCURACY);
    var loss = new Panel(LOSS, last, Ticks.reaching(highestLoss(), 6));
    paint(canvas, loss, Measure.LOSS);
    loss.drawHorizontalAxis(canvas, "Iteration");
  }

  private void paint(Canvas canvas, Panel panel, Measure measure) {
    panel.drawBands(canvas, epochs);
    panel.drawVerticalAxis(canvas, measure.unit());
    panel.drawHorizontalTicks(canvas);
    panel.drawFrame(canvas);
    paintTraining(canvas, panel, measure);
    paintValidation(canvas, panel, measure);
    paintLegend(canvas, panel.area(), measure);
  }

  private void paintTraining(Canvas canvas, Panel panel, Measure measure) {
    var x = plot.points().stream().mapToDouble(point -> panel.x(point.iteration())).toArray();
    var raw = plot.points().stream().mapToDouble(measure.training()).toArray();
    var smooth = Smoothing.ofLength(raw.length).apply(raw);
    curve(panel, x, raw).draw(canvas, Pen.solid(measure.light(), 1));
    curve(panel, x, smooth).draw(canvas, Pen.solid(measure.strong(), 2));
  }

  private void paintValidation(Canvas canvas, Panel panel, Measure measure) {
    var points = plot.validations();
    var x = points.stream().mapToDouble(point -> panel.x(point.iteration())).toArray();
    var values = points.stream().mapToDouble(measure.validation()).toArray();
    curve(panel, x, values).draw(canvas, Pen.dashed(Palette.INK, 1.25, 5));
    double radius = Math.min(DOT, Math.max(1.5, 0.25 * PLOT_WIDTH / Math.max(1, x.length)));
    for (int i = 0; i < x.length; i++) {
      if (Double.isFinite(values[i])) {
        canvas.dot(x[i], panel.y(values[i]), radius, Palette.INK);
      }
    }
    plot.lastValidation().ifPresent(last -> paintFinal(canvas, panel, measure, last));
  }

  /** The last validation: a ring, and its number outside, where no curve runs. */
  private static void paintFinal(
      Canvas canvas, Panel panel, Measure measure, ValidationPoint last) {
    double value = measure.validation().applyAsDouble(last);
    if (!Double.isFinite(value)) {
      return;
    }
    double x = panel.x(last.iteration());
    double y = panel.y(value);
    canvas.dot(x, y, DOT + 3, Palette.INK);
    canvas.dot(x, y, DOT + 1.5, Palette.WHITE);
    canvas.dot(x, y, DOT - 0.5, Palette.INK);
    double beside = panel.area().right() + 12;
    var number =
        measure == Measure.ACCURACY
            ? TrainingPlot.percent(last.accuracy())
            : String.format(Locale.ROOT, "%.3g", value);
    canvas.text("Final", beside, y - 3, Type.plain(11, Palette.QUIET), Anchor.START);
    canvas.text(number, beside, y + 11, Type.bold(12, Palette.INK), Anchor.START);
  }

  private void paintLegend(Canvas canvas, Area area, Measure measure) {
    double y = area.y() - 10;
    var text = Type.plain(11.5, Palette.INK);
    canvas.text(measure.name(), area.x(), y, Type.bold(13, Palette.INK), Anchor.START);
    double x = area.right();
    if (!plot.validations().isEmpty()) {
      x = entry(canvas, x, y, "validation", text, Pen.dashed(Palette.INK, 1.25, 5));
      canvas.dot(x + 14, y - 4, DOT, Palette.INK);
      x -= 18;
    }
    x = entry(canvas, x, y, "training", text, Pen.solid(measure.light(), 1.5)) - 18;
    entry(canvas, x, y, "training (smoothed)", text, Pen.solid(measure.strong(), 2.5));
  }

  /** Writes an entry that ends at x and tells where it begins. */
  private static double entry(Canvas canvas, double x, double y, String name, Type type, Pen pen) {
    double text = x - TextWidth.of(name, type.size());
    double line = text - 34;
    canvas.line(line, y - 4, line + 28, y - 4, pen);
    canvas.text(name, text, y, type, Anchor.START);
    return line;
  }

  private static Curve curve(Panel panel, double[] x, double[] values) {
    return Curve.of(x, DoubleStream.of(values).map(panel::y).toArray());
  }

  private double highestLoss() {
    double highest =
        DoubleStream.concat(
                plot.points().stream().mapToDouble(Point::loss),
                plot.validations().stream().mapToDouble(ValidationPoint::loss))
            .filter(Double::isFinite)
            .max()
            .orElse(1);
    return Math.min(Math.max(highest, LOWEST_TOP), HIGHEST_TOP);
  }
}
