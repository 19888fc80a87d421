package io.fovea.learn;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Six items: three ants, of which one is taken for a bee; two bees, both told; a wasp, taken for an
 * ant.
 */
class ConfusionMatrixTest {
  private static final ConfusionMatrix MATRIX =
      ConfusionMatrix.of(
          List.of("ant", "bee", "wasp"),
          new int[] {0, 0, 0, 1, 1, 2},
          new int[] {0, 0, 1, 1, 1, 0});

  @Test
  void rowsAreTrueClassesAndColumnsPredictedOnes() {
    assertThat(MATRIX.count(0, 1)).isEqualTo(1);
    assertThat(MATRIX.count(1, 0)).isZero();
    assertThat(MATRIX.actual(0)).isEqualTo(3);
    assertThat(MATRIX.predicted(0)).isEqualTo(3);
    assertThat(MATRIX.total()).isEqualTo(6);
  }

  @Test
  void recallIsTheShareOfAClassThatWasTold() {
    assertThat(MATRIX.recall(0)).isEqualTo(2 / 3.0);
    assertThat(MATRIX.recall(1)).isEqualTo(1);
    assertThat(MATRIX.recall(2)).isZero();
  }

  @Test
  void precisionIsTheShareOfThosePredictedThatAreRight() {
    assertThat(MATRIX.precision(0)).isEqualTo(2 / 3.0);
    assertThat(MATRIX.precision(1)).isEqualTo(2 / 3.0);
    assertThat(MATRIX.precision(2)).isNaN();
  }

  @Test
  void accuracyIsTheShareOfAllThatAreRight() {
    assertThat(MATRIX.accuracy()).isEqualTo(4 / 6.0);
  }
}
