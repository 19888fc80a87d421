package io.fovea.learn;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PaceTest {
  private final Pace pace = new Pace();

  @Test
  void itTellsSpeedAndTimeLeft() { // 16 items in 2 s; 8 iterations of 2 s left
    pace.add(new IterationPoint(1, 1, 3, 0.25, 0.1, 16, 2));
    pace.add(new IterationPoint(1, 2, 1, 0.75, 0.1, 16, 4));

    assertThat(pace.itemsPerSecond()).hasValue(8);
    assertThat(pace.secondsLeft(10)).hasValue(16);
    assertThat(pace.loss()).hasValue(2);
    assertThat(pace.accuracy()).hasValue(0.5);
  }

  @Test
  void oneIterationTellsNoSpeed() {
    pace.add(new IterationPoint(1, 1, 3, 0.25, 0.1, 16, 2));

    assertThat(pace.itemsPerSecond()).isEmpty();
    assertThat(pace.secondsLeft(10)).isEmpty();
    assertThat(pace.loss()).hasValue(3);
  }

  @Test
  void onlyTheLastFiftyCount() { // the first, slow one is forgotten
    pace.add(new IterationPoint(1, 1, 9, 0, 0.1, 16, 1));
    for (int i = 0; i < 51; i++) {
      pace.add(new IterationPoint(1, i + 2, 1, 1, 0.1, 16, 100 + i));
    }

    assertThat(pace.itemsPerSecond()).hasValue(16);
    assertThat(pace.loss()).hasValue(1);
  }
}
