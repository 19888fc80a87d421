package io.fovea.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class MeasurementTest {
  private static double[] times(double... milliseconds) {
    return milliseconds;
  }

  @Test
  void theMedianIsOverTheRunsOfAllRounds() { // 1 2 3 4 100
    var measured = new Measurement("Fovea", List.of(times(100, 1), times(4, 2, 3)));
    assertThat(measured.median()).isEqualTo(3);
    assertThat(measured.runs()).isEqualTo(5);
  }

  @Test
  void aPercentileMayFallBetweenTwoTimes() { // the place of 90 % in 0..3 is 2.7: 30 + 0.7 × (40 −
    // 30)
    assertThat(Measurement.percentile(times(40, 10, 30, 20), 90)).isEqualTo(37, within(1e-9));
  }

  @Test
  void theOuterPercentilesAreTheFastestAndTheSlowest() {
    assertThat(Measurement.percentile(times(3, 1, 2), 0)).isEqualTo(1);
    assertThat(Measurement.percentile(times(3, 1, 2), 100)).isEqualTo(3);
  }

  @Test
  void everyPercentileOfOneTimeIsIt() {
    assertThat(Measurement.percentile(times(7), 90)).isEqualTo(7);
  }
}
