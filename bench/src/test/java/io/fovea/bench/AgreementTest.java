package io.fovea.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class AgreementTest {
  @Test
  void theDistanceIsRelativeToTheFirst() { // ‖(0, 1)‖ / ‖(3, 4)‖ = 1 / 5
    double distance = Agreement.distance(new float[] {3, 4}, new float[] {3, 5});
    assertThat(distance).isEqualTo(0.2, within(1e-12));
  }

  @Test
  void resultsOfDifferentLengthsNeverAgree() {
    assertThat(Agreement.distance(new float[] {1}, new float[] {1, 0})).isInfinite();
  }
}
