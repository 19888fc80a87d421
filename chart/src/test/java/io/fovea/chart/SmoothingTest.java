package io.fovea.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class SmoothingTest {
  private static final double NOTHING = Double.NaN;

  @Test
  void everyValueCountsHalfOfTheOneAfterIt() {
    // 8; (4 + 8/2) / (1 + 1/2) = 16/3; (2 + 4/2 + 8/4) / (1 + 1/2 + 1/4) = 24/7
    assertThat(new Smoothing(0.5).apply(new double[] {8, 4, 2}))
        .containsExactly(new double[] {8, 16 / 3.0, 24 / 7.0}, within(1e-12));
  }

  @Test
  void aConstantStaysFromItsFirstValueOn() {
    assertThat(new Smoothing(0.9).apply(new double[] {3, 3, 3}))
        .containsExactly(new double[] {3, 3, 3}, within(1e-12));
  }

  @Test
  void whatIsNotFiniteLeavesAGapAndCountsNothing() { // after it: (2 + 8/4) / (1 + 1/4)
    assertThat(new Smoothing(0.5).apply(new double[] {8, NOTHING, 2}))
        .containsExactly(new double[] {8, NOTHING, 3.2}, within(1e-12));
  }

  @Test
  void longCurvesAreSmoothedOverAHundredthOfThem() {
    assertThat(Smoothing.ofLength(45).decay()).isEqualTo(1 - 2.0 / 6);
    assertThat(Smoothing.ofLength(17_360).decay()).isEqualTo(1 - 2.0 / 174);
  }

  @Test
  void theCurveItselfStaysAsItWas() {
    double[] curve = {1, 2};
    new Smoothing(0.5).apply(curve);

    assertThat(Arrays.toString(curve)).isEqualTo("[1.0, 2.0]");
  }
}
