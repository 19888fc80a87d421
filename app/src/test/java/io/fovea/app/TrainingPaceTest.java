package io.fovea.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.fovea.learn.IterationPoint;
import org.junit.jupiter.api.Test;

class TrainingPaceTest {
  @Test
  void itTellsLossSpeedAndTimeLeft() { // 16 pictures in 2 s; 8 iterations of 2 s left
    var pace = new TrainingPace();

    assertThat(pace.start(10, 5, 0)).isEqualTo("10 iterations, 5 an epoch");
    pace.add(new IterationPoint(1, 1, 3, 0.25, 0.1, 16, 2));
    pace.add(new IterationPoint(1, 2, 1, 0.75, 0.1, 16, 4));

    assertThat(pace.text())
        .isEqualTo(
            "epoch 1/2, iteration 2/10, loss 2.0000, accuracy 50.0 %, 8 images/s, 16 s left");
  }

  @Test
  void itTellsWhatACheckpointHadBehindIt() {
    assertThat(new TrainingPace().start(10, 5, 5))
        .isEqualTo("10 iterations, 5 an epoch, 5 of them done already");
  }

  @Test
  void timesAreToldInTheirOwnUnits() {
    assertThat(TrainingPace.duration(8.4)).isEqualTo("8 s");
    assertThat(TrainingPace.duration(200)).isEqualTo("3 min 20 s");
    assertThat(TrainingPace.duration(7500)).isEqualTo("2 h 05 min");
  }
}
