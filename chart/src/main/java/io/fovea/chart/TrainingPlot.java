package io.fovea.chart;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * How a training went: accuracy above, loss below, over iterations. Every iteration is drawn light,
 * their running mean strong, the validations as black dots on a dashed line, epochs as bands with
 * their numbers; the last validation stands beside the plot. Of a training that goes on it shows
 * what there is so far.
 *
 * <pre>{@code
 * TrainingPlot.of("squeezenet on merch", points, validations).write(Path.of("training.png"));
 * }</pre>
 *
 * @param title stands above
 * @param points in order of iterations, all of them or every n-th
 * @param validations in order of iterations; may be none
 */
public record TrainingPlot(String title, List<Point> points, List<ValidationPoint> validations) {
  /**
   * One training iteration, over its batch.
   *
   * @param iteration counted from 1 through all epochs
   * @param epoch counted from 1
   * @param loss 0 or more; not finite where the training diverged, which leaves a gap
   * @param accuracy the part that was classified correctly, 0 to 1
   */
  public record Point(int iteration, int epoch, double loss, double accuracy) {
    /**
     * Checks the numbers.
     *
     * @throws ChartException if one isn't in its range
     */
    public Point {
      requireRanges("training", iteration, loss, accuracy);
      if (iteration < 1 || epoch < 1) {
        throw new ChartException(
            "iteration %,d in epoch %,d can't be plotted; both count from 1"
                .formatted(iteration, epoch));
      }
    }
  }

  /**
   * One validation, over the whole held-out set.
   *
   * @param iteration after which it was made; 0 for before the first
   * @param loss 0 or more; not finite leaves a gap
   * @param accuracy the part that was classified correctly, 0 to 1
   */
  public record ValidationPoint(int iteration, double loss, double accuracy) {
    /**
     * Checks the numbers.
     *
     * @throws ChartException if one isn't in its range
     */
    public ValidationPoint {
      requireRanges("validation", iteration, loss, accuracy);
    }
  }

  /**
   * A plot of these numbers.
   *
   * @throws ChartException if there are no points, or iterations or epochs run backwards
   */
  public TrainingPlot {
    points = List.copyOf(points);
    validations = List.copyOf(validations);
    if (points.isEmpty()) {
      throw new ChartException("there is no iteration to plot yet");
    }
    for (int i = 1; i < points.size(); i++) {
      var before = points.get(i - 1);
      var point = points.get(i);
      requireOrder("iteration", before.iteration() + 1, point.iteration());
      requireOrder("epoch", before.epoch(), point.epoch());
    }
    for (int i = 1; i < validations.size(); i++) {
      int before = validations.get(i - 1).iteration();
      requireOrder("validation at iteration", before + 1, validations.get(i).iteration());
    }
  }

  /**
   * A plot of these numbers.
   *
   * @throws ChartException as the constructor
   */
  public static TrainingPlot of(
      String title, List<Point> points, List<ValidationPoint> validations) {
    return new TrainingPlot(title, points, validations);
  }

  /**
   * Writes the plot, 1000 × 720 points, beside its place first and moved there when it is whole.
   *
   * @param file ends in {@code .png} (2 pixels a point) or {@code .svg}
   * @throws ChartException as {@link ChartFormat#of}
   * @throws io.fovea.image.ImageException if the file can't be written
   */
  public void write(Path file) {
    var painter = new TrainingPlotPainter(this);
    ChartFormat.write(
        file, title, TrainingPlotPainter.WIDTH, TrainingPlotPainter.HEIGHT, painter::paint);
  }

  int lastIteration() {
    int last = points.get(points.size() - 1).iteration();
    return Math.max(last, lastValidation().map(ValidationPoint::iteration).orElse(0));
  }

  Optional<ValidationPoint> lastValidation() {
    return validations.isEmpty()
        ? Optional.empty()
        : Optional.of(validations.get(validations.size() - 1));
  }

  /** What was reached, in a line. */
  String summary() {
    var last = points.get(points.size() - 1);
    var text =
        new StringBuilder("Epoch " + count(last.epoch()))
            .append(", iteration ")
            .append(count(last.iteration()));
    lastValidation()
        .ifPresent(
            validation -> {
              var best =
                  validations.stream()
                      .max(Comparator.comparingDouble(ValidationPoint::accuracy))
                      .orElse(validation);
              text.append(" · validation accuracy ").append(percent(validation.accuracy()));
              if (best.accuracy() > validation.accuracy()) {
                text.append(", at best ").append(percent(best.accuracy()));
                text.append(" after iteration ").append(count(best.iteration()));
              }
            });
    return text.toString();
  }

  static String percent(double fraction) {
    return String.format(Locale.ROOT, "%.1f %%", 100 * fraction);
  }

  private static String count(int number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  private static void requireRanges(String kind, int iteration, double loss, double accuracy) {
    if (iteration < 0 || loss < 0 || !(accuracy >= 0 && accuracy <= 1)) {
      throw new ChartException(
          "the %s point at iteration %,d with loss %s and accuracy %s can't be plotted; the loss must be 0 or more and the accuracy from 0 to 1"
              .formatted(kind, iteration, loss, accuracy));
    }
  }

  private static void requireOrder(String what, int least, int found) {
    if (found < least) {
      throw new ChartException(
          "%s %,d comes too late to be plotted; give the points in order".formatted(what, found));
    }
  }
}
