package io.fovea.chart;

import static org.assertj.core.api.Assertions.assertThat;

import io.fovea.chart.Epochs.Band;
import io.fovea.chart.TrainingPlot.Point;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EpochsTest {
  @Test
  void anEpochEndsWithItsLastIteration() {
    assertThat(Epochs.of(List.of(point(1, 1), point(2, 1), point(3, 2))).bands())
        .containsExactly(new Band(1, 0, 2), new Band(2, 2, 3));
  }

  @Test
  void epochsMayBeOfUnequalLength() { // as where the batch changes with the picture size
    assertThat(Epochs.of(List.of(point(3, 1), point(4, 2), point(8, 2), point(9, 3))).bands())
        .containsExactly(new Band(1, 0, 3), new Band(2, 3, 8), new Band(3, 8, 9));
  }

  @Test
  void asManyNumbersAsFitAreShown() {
    assertThat(epochs(5).labelStep(840, 26)).isEqualTo(1);
    assertThat(epochs(80).labelStep(840, 26)).isEqualTo(5); // 2 · 10.5 is too narrow, 5 · 10.5 not
    assertThat(epochs(1_000).labelStep(840, 26)).isEqualTo(50); // 20 · 0.84 is, 50 · 0.84 not
  }

  private static Epochs epochs(int count) {
    return Epochs.of(IntStream.rangeClosed(1, count).mapToObj(i -> point(i, i)).toList());
  }

  private static Point point(int iteration, int epoch) {
    return new Point(iteration, epoch, 1, 0.5);
  }
}
