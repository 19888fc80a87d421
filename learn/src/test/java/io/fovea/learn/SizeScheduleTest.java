package io.fovea.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fovea.network.Size;
import org.junit.jupiter.api.Test;

class SizeScheduleTest {
  @Test
  void eachSizeHoldsFromItsEpochOn() {
    var sizes = SizeSchedule.parse("96@0,128@30,160x192@60");

    assertThat(sizes.at(0)).contains(Size.of(96));
    assertThat(sizes.at(29)).contains(Size.of(96));
    assertThat(sizes.at(30)).contains(Size.of(128));
    assertThat(sizes.at(1000)).contains(Size.of(160, 192));
  }

  @Test
  void withoutStagesTheNetworksOwnSizeHolds() {
    assertThat(SizeSchedule.standard().at(5)).isEmpty();
    assertThat(SizeSchedule.parse("")).isEqualTo(SizeSchedule.standard());
  }

  @Test
  void whatIsWrittenIsRead() {
    assertThat(SizeSchedule.parse("96@0,160x192@60")).hasToString("96@0,160x192@60");
    assertThat(SizeSchedule.parse("128")).hasToString("128@0");
  }

  @Test
  void sizesThatDoNotBeginAtTheBeginningAreRefused() {
    assertThatThrownBy(() -> SizeSchedule.parse("96@5"))
        .isInstanceOf(TrainingException.class)
        .hasMessage(
            "sizes must begin at epoch 0 and follow each other, but one begins at epoch 5; write"
                + " them as in 96@0,128@30,160@60");
    assertThatThrownBy(() -> SizeSchedule.parse("96@0,big@3"))
        .hasMessage("96@0,big@3: \"big\" isn't a whole number; write it as in 96@0,128@30,160@60");
  }
}
