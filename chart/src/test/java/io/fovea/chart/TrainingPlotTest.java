package io.fovea.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fovea.chart.TrainingPlot.Point;
import io.fovea.chart.TrainingPlot.ValidationPoint;
import io.fovea.image.PictureReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainingPlotTest {
  private static final String BAND = "#f1f3f6";
  private static final String STRONG_BLUE = "#1668b5";

  @TempDir Path folder;

  @Test
  void everySecondEpochIsShadedInBothPanels() throws IOException {
    var svg = write(plot(5, 9));

    assertThat(svg.filled(BAND)).hasSize(4); // epochs 2 and 4, above and below
    var second = svg.filled(BAND).get(0);
    assertThat(second.getAttribute("x")).isEqualTo("244"); // 76 + 840 · 9 / 45
    assertThat(second.getAttribute("width")).isEqualTo("168"); // 840 · 9 / 45
  }

  @Test
  void axesSayWhatTheyMeasure() throws IOException {
    assertThat(write(plot(5, 9)).texts())
        .contains("Accuracy (%)", "Loss", "Iteration", "Epoch", "100", "45")
        .contains("training (smoothed)", "training", "validation");
  }

  @Test
  void theLastValidationStandsBesideThePlot() throws IOException {
    assertThat(write(plot(5, 9)).texts()).contains("Final", "75.0 %", "0.500");
  }

  @Test
  void theLineBelowTheTitleTellsWhatWasReached() {
    assertThat(plot(5, 9).summary())
        .isEqualTo(
            "Epoch 5, iteration 45 · validation accuracy 75.0 %, at best 80.0 % after iteration 9");
  }

  @Test
  void aPlotWithoutValidationsNamesNone() throws IOException {
    var plot = TrainingPlot.of("none", List.of(new Point(1, 1, 2, 0.5)), List.of());

    assertThat(write(plot).texts()).contains("training").doesNotContain("validation", "Final");
  }

  @Test
  void oneIterationIsADot() throws IOException {
    var plot = TrainingPlot.of("one", List.of(new Point(1, 1, 2, 0.5)), List.of());

    assertThat(write(plot).elements("circle"))
        .anySatisfy(
            dot -> {
              assertThat(dot.getAttribute("fill")).isEqualTo(STRONG_BLUE);
              assertThat(dot.getAttribute("cx")).isEqualTo("916"); // the right end
              assertThat(dot.getAttribute("cy")).isEqualTo("249"); // half of 104 to 394
            });
  }

  @Test
  void aDivergedTrainingIsPlottedAsFarAsItHasNumbers() throws IOException {
    var points =
        List.of(
            new Point(1, 1, 2, 0.5),
            new Point(2, 1, Double.POSITIVE_INFINITY, 0),
            new Point(3, 1, Double.NaN, 0));

    var svg = write(TrainingPlot.of("diverged", points, List.of()));

    assertThat(svg.texts()).contains("2.0").noneMatch(text -> text.contains("NaN"));
  }

  @Test
  void theSameNumbersGiveTheSameFile() throws IOException {
    for (var extension : List.of(".svg", ".png")) {
      var one = folder.resolve("one" + extension);
      var other = folder.resolve("other" + extension);
      plot(2, 3).write(one);
      plot(2, 3).write(other);

      assertThat(one).hasSameBinaryContentAs(other);
    }
  }

  @Test
  void aPngHasTwoPixelsAPoint() {
    var file = folder.resolve("plot.PNG");
    plot(5, 9).write(file);

    assertThat(PictureReader.read(file)).hasToString("1440 × 2000 × 3");
  }

  @Test
  void aHundredThousandIterationsMakeNoHugeFile() throws IOException {
    var file = folder.resolve("long.svg");
    plot(100, 1_000).write(file);

    assertThat(Files.size(file)).isLessThan(1_000_000);
  }

  @Test
  void pointsMustBeInOrder() {
    var points = List.of(new Point(2, 1, 1, 0.5), new Point(1, 1, 1, 0.5));

    assertThatThrownBy(() -> TrainingPlot.of("wrong", points, List.of()))
        .isInstanceOf(ChartException.class)
        .hasMessage("iteration 1 comes too late to be plotted; give the points in order");
  }

  @Test
  void accuracyIsAFraction() {
    assertThatThrownBy(() -> new Point(7, 1, 1, 95))
        .isInstanceOf(ChartException.class)
        .hasMessage(
            "the training point at iteration 7 with loss 1.0 and accuracy 95.0 can't be plotted; the loss must be 0 or more and the accuracy from 0 to 1");
  }

  @Test
  void nothingCanNotBePlotted() {
    assertThatThrownBy(() -> TrainingPlot.of("empty", List.of(), List.of()))
        .isInstanceOf(ChartException.class)
        .hasMessage("there is no iteration to plot yet");
  }

  private SvgFile write(TrainingPlot plot) throws IOException {
    var file = folder.resolve("plot.svg");
    plot.write(file);
    return SvgFile.read(file);
  }

  /** Training rises and falls; the first validation is the best. */
  private static TrainingPlot plot(int epochs, int perEpoch) {
    int count = epochs * perEpoch;
    var points =
        IntStream.rangeClosed(1, count)
            .mapToObj(i -> new Point(i, (i - 1) / perEpoch + 1, 2.0 / i, i % 7 / 7.0))
            .toList();
    var validations =
        List.of(new ValidationPoint(perEpoch, 1, 0.8), new ValidationPoint(count, 0.5, 0.75));
    return TrainingPlot.of("a training", points, validations);
  }
}
