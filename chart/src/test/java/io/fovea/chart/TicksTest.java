package io.fovea.chart;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TicksTest {
  @Test
  void percentAreMarkedInTens() {
    assertThat(Ticks.reaching(100, 10).values())
        .containsExactly(0, 10, 20, 30, 40, 50, 60, 70, 80, 90, 100);
  }

  @Test
  void theLastTickIsAboveTheHighestValue() { // 1.7 / 6 = 0.28, the next of 1, 2, 5 is 0.5
    assertThat(Ticks.reaching(1.7, 6).values()).containsExactly(0, 0.5, 1, 1.5, 2);
  }

  @Test
  void aValueOnATickNeedsNoFurtherOne() { // 0.3 / 0.1 is 2.9999999999999996 in binary
    assertThat(Ticks.reaching(0.3, 3).values()).containsExactly(0, 0.1, 0.2, 0.3);
  }

  @Test
  void iterationsAreMarkedUpToTheLast() { // 17,360 / 10 = 1,736, the next is 2,000
    assertThat(Ticks.within(17_360, 10).values())
        .containsExactly(0, 2_000, 4_000, 6_000, 8_000, 10_000, 12_000, 14_000, 16_000);
  }

  @Test
  void fewIterationsAreMarkedOneByOne() {
    assertThat(Ticks.within(3, 10).values()).containsExactly(0, 1, 2, 3);
    assertThat(Ticks.within(1, 10).values()).containsExactly(0, 1);
  }

  @Test
  void labelsHaveTheDigitsOfTheStep() {
    assertThat(Ticks.reaching(1.7, 6).label(1.5)).isEqualTo("1.5");
    assertThat(Ticks.reaching(0.1, 6).label(0.04)).isEqualTo("0.04");
    assertThat(Ticks.within(17_360, 10).label(16_000)).isEqualTo("16,000");
  }

  @Test
  void theAxisOfADivergedTrainingHasShortLabels() { // 3e7 / 6 = 5e6
    var ticks = Ticks.reaching(3e7, 6);

    assertThat(ticks.label(0)).isEqualTo("0");
    assertThat(ticks.label(5e6)).isEqualTo("5e6");
    assertThat(ticks.label(2.5e7)).isEqualTo("2.5e7");
  }
}
