package io.fovea.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class RatioTest {
  private static Measurement measured(String candidate, double... medianOfEachRound) {
    return new Measurement(
        candidate,
        Arrays.stream(medianOfEachRound)
            .mapToObj(median -> new double[] {median + 1, median, median - 1})
            .toList());
  }

  @Test
  void aRatioIsTakenRoundByRound() { // 2/4, 30/40, 9/9: the slow second round weighs on neither
    var ratio = measured("Fovea", 2, 30, 9).over(measured("peer", 4, 40, 9));
    assertThat(ratio.median()).isEqualTo(0.75, within(1e-12));
  }

  @Test
  void itsSpreadIsThatOfTheRounds() { // 0.5, 0.75, 1: a tenth of the way from the first to the last
    var ratio = measured("Fovea", 2, 30, 9).over(measured("peer", 4, 40, 9));
    assertThat(ratio.low()).isEqualTo(0.55, within(1e-12));
    assertThat(ratio.high()).isEqualTo(0.95, within(1e-12));
  }

  @Test
  void itNamesWhoIsComparedWithWhom() {
    var ratio = measured("Fovea", 2).over(measured("peer", 4));
    assertThat(List.of(ratio.of(), ratio.to())).containsExactly("Fovea", "peer");
  }
}
