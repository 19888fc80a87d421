package io.fovea.app.server;

import io.fovea.explain.Language;
import io.fovea.image.Limits;
import io.fovea.image.Scale;
import io.fovea.tensor.Tensor;
import java.util.Locale;

/** The values of a layer whose channels are one value each, as bars in a row. */
final class ReportBars {
  private static final int WIDTH = 600;
  private static final int HEIGHT = 80;
  private static final double LEAST_WIDTH = 0.5;

  private final float[] values;
  private final Limits limits;

  private ReportBars(Tensor activation) {
    values = activation.toArray();
    limits = Scale.layer().limits(activation).get(0);
  }

  /** Writes them as a figure. */
  static void write(Html html, Tensor activation, Language language) {
    new ReportBars(activation).write(html, language);
  }

  private void write(Html html, Language language) {
    String caption = ReportWord.VALUES.in(language, values.length);
    String box = "0 0 %d %d".formatted(WIDTH, HEIGHT);
    html.open("figure");
    html.open("svg", "class", "row", "role", "img", "aria-label", caption, "viewBox", box);
    String width = String.format(Locale.ROOT, "%.2f", Math.max(LEAST_WIDTH, step() * 0.8));
    html.open("path", "stroke-width", width, "d", path()).close("path").close("svg");
    html.element("figcaption", caption);
    String ends =
        ReportLayers.decimal(limits.least()) + " … " + ReportLayers.decimal(limits.greatest());
    html.element("p", ends, "class", "ends");
    html.close("figure");
  }

  private double step() {
    return WIDTH / (double) count();
  }

  /** A bar a value; of more values than there are pixels, those of one pixel share a bar. */
  private int count() {
    return Math.min(values.length, WIDTH);
  }

  /** From 0 to each value; where there is none that is finite there is no bar. */
  private String path() {
    var path = new StringBuilder();
    for (int bar = 0; bar < count(); bar++) {
      float least = Float.POSITIVE_INFINITY;
      float greatest = Float.NEGATIVE_INFINITY;
      int end = AreaMeans.end(bar, count(), values.length);
      for (int i = AreaMeans.first(bar, count(), values.length); i < end; i++) {
        if (Float.isFinite(values[i])) {
          least = Math.min(least, values[i]);
          greatest = Math.max(greatest, values[i]);
        }
      }
      if (least <= greatest) {
        path.append(
            String.format(
                Locale.ROOT,
                "M%.1f %.1fV%.1f",
                (bar + 0.5) * step(),
                down(Math.min(0, least)),
                down(Math.max(0, greatest))));
      }
    }
    return path.toString();
  }

  /** How far down a value lies between the ends of the scale, of which one may be 0. */
  private double down(double value) {
    double least = Math.min(0, limits.least());
    double range = Math.max(Math.max(0, limits.greatest()) - least, Float.MIN_NORMAL);
    return HEIGHT * (1 - (value - least) / range);
  }
}
