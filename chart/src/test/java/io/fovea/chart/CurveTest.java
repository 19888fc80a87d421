package io.fovea.chart;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CurveTest {
  @Test
  void aColumnKeepsItsFirstLowestHighestAndLastPoint() { // a column is half a point wide
    double[] x = {0, 0.1, 0.2, 0.3, 0.4, 0.45, 0.5};
    double[] y = {5, 6, 9, 6, 1, 4, 3};

    assertThat(Curve.of(x, y).pieces()).containsExactly(new int[] {0, 2, 4, 5, 6});
  }

  @Test
  void pointsFarApartAllStay() {
    assertThat(Curve.of(new double[] {0, 1, 2}, new double[] {1, 2, 3}).pieces())
        .containsExactly(new int[] {0, 1, 2});
  }

  @Test
  void whatIsNotFiniteParts() {
    double[] y = {Double.NaN, 1, 2, Double.POSITIVE_INFINITY, 3};

    assertThat(Curve.of(new double[] {0, 1, 2, 3, 4}, y).pieces())
        .containsExactly(new int[] {1, 2}, new int[] {4});
  }
}
