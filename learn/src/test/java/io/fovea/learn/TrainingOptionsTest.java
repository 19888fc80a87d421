package io.fovea.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class TrainingOptionsTest {
  @Test
  void eachChangeShowsInTheFingerprintOfATraining() {
    var standard = TrainingOptions.standard();
    List<TrainingOptions> changed =
        List.of(
            standard.withSolver(new Sgdm(0.8)),
            standard.withRate(1),
            standard.withSchedule(Schedule.constant()),
            standard.withClipping(Clipping.norm(1)),
            standard.withL2(1),
            standard.withFactors("conv1", new LayerFactors(2, 2)),
            standard.withFrozenUntil("conv1"),
            standard.withLabelSmoothing(0.5),
            standard.withClassWeights(List.of(1.0, 2.0)),
            standard.withEpochs(1),
            standard.withBatch(1),
            standard.withSizes(SizeSchedule.parse("96")),
            standard.withValidationEvery(7),
            standard.withPatience(7),
            standard.withSeed(7));

    assertThat(changed)
        .allSatisfy(
            options -> assertThat(options.fingerprint()).isNotEqualTo(standard.fingerprint()));
  }

  @Test
  void howOftenCheckpointsAreWrittenAndOnHowManyThreadsMayChange() {
    var standard = TrainingOptions.standard();

    assertThat(standard.withThreads(99).withCheckpointEvery(99).fingerprint())
        .isEqualTo(standard.fingerprint());
  }

  @Test
  void numbersOutOfTheirRangeAreRefused() {
    var standard = TrainingOptions.standard();

    assertThatThrownBy(() -> standard.withRate(0))
        .hasMessage("the learn rate must be a number greater than 0, not 0");
    assertThatThrownBy(() -> standard.withEpochs(0))
        .hasMessage("the epochs of a training must be at least 1, not 0");
    assertThatThrownBy(() -> standard.withLabelSmoothing(1))
        .hasMessage("the label smoothing must be from 0 to below 1, not 1");
  }
}
