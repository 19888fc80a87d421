package io.fovea.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfusionChartTest {
  @TempDir Path folder;

  private final ConfusionChart ants =
      ConfusionChart.of("insects", List.of("ants", "bees"), new int[][] {{66, 4}, {2, 81}});

  @Test
  void recallIsThePartOfARow() {
    assertThat(ants.recall(0)).contains(66 / 70.0);
    assertThat(ants.recall(1)).contains(81 / 83.0);
  }

  @Test
  void precisionIsThePartOfAColumn() {
    assertThat(ants.precision(0)).contains(66 / 68.0);
    assertThat(ants.precision(1)).contains(81 / 85.0);
  }

  @Test
  void aClassOfWhichThereAreNoneHasNoRecall() throws IOException {
    var chart = ConfusionChart.of("one-sided", List.of("a", "b"), new int[][] {{3, 0}, {0, 0}});

    assertThat(chart.recall(1)).isEmpty();
    assertThat(chart.precision(1)).isEmpty();
    assertThat(write(chart).texts()).contains("–");
  }

  @Test
  void cellsAndSummariesHaveTheirNumbers() throws IOException {
    assertThat(write(ants).texts())
        .contains("66", "4", "2", "81")
        .contains("94.3%", "5.7%", "97.6%", "2.4%") // 66/70 and 81/83
        .contains("97.1%", "2.9%", "95.3%", "4.7%") // 66/68 and 81/85
        .contains("153 inputs in 2 classes · accuracy 96.1 %") // 147/153
        .contains("True class", "Predicted class", "Recall", "Precision", "0 %", "100 %");
  }

  @Test
  void theDiagonalIsBlueAndTheRestOrange() throws IOException {
    var chart = ConfusionChart.of("half", List.of("a", "b"), new int[][] {{1, 0}, {1, 0}});

    var svg = write(chart);

    // 0.92 of the way from white to #1668b5 and #d4570f, for a share of 1
    assertThat(svg.filled("#2974bb")).isNotEmpty();
    assertThat(svg.filled("#d76422")).isNotEmpty();
  }

  @Test
  void aHundredAndOneClassesAreAHeatMapWithSmallNames() throws IOException {
    var svg = write(diagonal(101));

    assertThat(svg.texts()).contains("class 1", "class 101").doesNotContain("7");
    assertThat(svg.texts().stream().filter("class 50"::equals)).hasSize(2);
  }

  @Test
  void aThousandClassesHaveTicksInsteadOfNames() throws IOException {
    assertThat(write(diagonal(1_000)).texts()).contains("100", "1,000").doesNotContain("class 1");
  }

  @Test
  void theCountsAreCopied() {
    int[][] counts = {{1}};
    var chart = ConfusionChart.of("one", List.of("a"), counts);
    counts[0][0] = 5;

    assertThat(chart.count(0, 0)).isEqualTo(1);
  }

  @Test
  void aPngIsWrittenToo() {
    var file = folder.resolve("confusion.png");
    ants.write(file);

    assertThat(file).isNotEmptyFile();
  }

  @Test
  void countsMustBeSquare() {
    assertThatThrownBy(() -> ConfusionChart.of("x", List.of("a", "b"), new int[][] {{1, 2}}))
        .isInstanceOf(ChartException.class)
        .hasMessage("2 classes need 2 rows of 2 counts, but 1 rows are given, the first of 2");
  }

  @Test
  void countsAreNotNegative() {
    assertThatThrownBy(() -> ConfusionChart.of("x", List.of("a"), new int[][] {{-1}}))
        .isInstanceOf(ChartException.class)
        .hasMessage("a count of the confusion chart is below 0; counts are 0 or more");
  }

  @Test
  void thereMustBeAClass() {
    assertThatThrownBy(() -> ConfusionChart.of("x", List.of(), new int[0][]))
        .isInstanceOf(ChartException.class)
        .hasMessage("there is no class to chart; give at least one");
  }

  private SvgFile write(ConfusionChart chart) throws IOException {
    var file = folder.resolve("confusion.svg");
    chart.write(file);
    return SvgFile.read(file);
  }

  private static ConfusionChart diagonal(int size) {
    var counts = new int[size][size];
    IntStream.range(0, size).forEach(i -> counts[i][i] = 7);
    var names = IntStream.rangeClosed(1, size).mapToObj(i -> "class " + i).toList();
    return ConfusionChart.of("many", names, counts);
  }
}
