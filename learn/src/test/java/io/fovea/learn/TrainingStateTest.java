package io.fovea.learn;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TrainingStateTest {
  private static final SizeSchedule GROWING = SizeSchedule.parse("6@0,8@2");

  private final TrainingState state =
      new TrainingState(
          Learned.of(
              Patterns.network(1), List.of("conv1"), TrainingOptions.standard().optimization()));

  @Test
  void theBestIsTheOneWithMostToldRight() {
    assertThat(validation(1, 0.9).best()).isTrue();
    assertThat(validation(2, 0.8).best()).isFalse();
    assertThat(state.waited()).isEqualTo(1);
  }

  @Test
  void whatWasJudgedOnPicturesOfAnotherSizeDoesNotCompare() { // the third epoch's are larger
    validation(2, 0.9);

    assertThat(validation(3, 0.8).best()).isTrue();
    assertThat(state.best().accuracy()).isEqualTo(0.8);
  }

  private ValidationPoint validation(int epoch, double accuracy) {
    state.add(new IterationPoint(epoch, epoch, 1, 0.5, 0.1, 4, epoch));
    return state.add(new Score(1, accuracy), GROWING);
  }
}
