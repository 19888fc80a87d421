package io.fovea.chart;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Which class was taken for which: a row a true class, a column a predicted one, on the diagonal
 * what was right (blue), beside it what was wrong (orange), coloured by the share of its row. At
 * the right stands the recall of each class, below its precision. Up to 25 classes have their
 * numbers in the cells; more are a heat map.
 *
 * <pre>{@code
 * ConfusionChart.of("cats and dogs", List.of("cat", "dog"), new int[][] {{48, 2}, {5, 45}})
 *     .write(Path.of("confusion.png"));
 * }</pre>
 *
 * <p>Immutable; any number of threads may use one at once.
 */
public final class ConfusionChart {
  private static final int MOST_WITH_NUMBERS = 25;

  private final String title;
  private final List<String> classes;
  private final int[][] counts;

  private ConfusionChart(String title, List<String> classes, int[][] counts) {
    this.title = title;
    this.classes = classes;
    this.counts = counts;
  }

  /**
   * A chart of a copy of these counts.
   *
   * @param title stands above
   * @param classes their names, at least one
   * @param counts classes × classes: how many of a true class (first index) were predicted as
   *     another (second index), 0 or more
   * @throws ChartException if there are no classes, the counts are more or fewer, or one is
   *     negative
   */
  public static ConfusionChart of(String title, List<String> classes, int[][] counts) {
    int size = classes.size();
    if (size == 0) {
      throw new ChartException("there is no class to chart; give at least one");
    }
    if (counts.length != size || Arrays.stream(counts).anyMatch(row -> row.length != size)) {
      throw new ChartException(
          "%,d classes need %,d rows of %,d counts, but %,d rows are given, the first of %,d"
              .formatted(
                  size, size, size, counts.length, counts.length == 0 ? 0 : counts[0].length));
    }
    if (Arrays.stream(counts).flatMapToInt(Arrays::stream).anyMatch(count -> count < 0)) {
      throw new ChartException("a count of the confusion chart is below 0; counts are 0 or more");
    }
    var copy = Arrays.stream(counts).map(int[]::clone).toArray(int[][]::new);
    return new ConfusionChart(title, List.copyOf(classes), copy);
  }

  /**
   * Writes the chart, whose size in points grows with the classes, beside its place first and moved
   * there when it is whole.
   *
   * @param file ends in {@code .png} (2 pixels a point) or {@code .svg}
   * @throws ChartException as {@link ChartFormat#of}
   * @throws io.fovea.image.ImageException if the file can't be written
   */
  public void write(Path file) {
    var layout = ConfusionLayout.of(this);
    ChartFormat.write(
        file, title, layout.width(), layout.height(), new ConfusionPainter(this, layout)::paint);
  }

  String title() {
    return title;
  }

  List<String> classes() {
    return classes;
  }

  boolean hasNumbers() {
    return classes.size() <= MOST_WITH_NUMBERS;
  }

  int count(int trueClass, int predicted) {
    return counts[trueClass][predicted];
  }

  int highestCount() {
    return Arrays.stream(counts).flatMapToInt(Arrays::stream).max().orElse(0);
  }

  /** How many were of a class. */
  long ofClass(int trueClass) {
    return Arrays.stream(counts[trueClass]).asLongStream().sum();
  }

  /** How many were taken for a class. */
  long takenFor(int predicted) {
    return Arrays.stream(counts).mapToLong(row -> row[predicted]).sum();
  }

  /** The share of a row in one cell, 0 to 1; 0 in an empty row. */
  double share(int trueClass, int predicted) {
    long all = ofClass(trueClass);
    return all == 0 ? 0 : (double) counts[trueClass][predicted] / all;
  }

  /** Of those of a class, the part that was found; empty where there were none. */
  Optional<Double> recall(int index) {
    return part(counts[index][index], ofClass(index));
  }

  /** Of those taken for a class, the part that was; empty where there were none. */
  Optional<Double> precision(int index) {
    return part(counts[index][index], takenFor(index));
  }

  /** The part that was classified correctly; empty where nothing was counted. */
  Optional<Double> accuracy() {
    long right = 0;
    long all = 0;
    for (int index = 0; index < counts.length; index++) {
      right += counts[index][index];
      all += ofClass(index);
    }
    return part(right, all);
  }

  long total() {
    return Arrays.stream(counts).flatMapToInt(Arrays::stream).asLongStream().sum();
  }

  private static Optional<Double> part(long some, long all) {
    return all == 0 ? Optional.empty() : Optional.of((double) some / all);
  }
}
