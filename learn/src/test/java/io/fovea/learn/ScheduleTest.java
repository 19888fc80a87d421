package io.fovea.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Each over 10 epochs of 10 iterations. */
class ScheduleTest {
  private static final Offset<Double> EXACT = within(1e-12);

  @Test
  void aConstantRateStays() {
    assertThat(at("constant", 0)).isEqualTo(1);
    assertThat(at("constant", 99)).isEqualTo(1);
  }

  @Test
  void aStepComesEverySoManyEpochs() {
    assertThat(at("step:0.1/3", 29)).isEqualTo(1);
    assertThat(at("step:0.1/3", 30)).isEqualTo(0.1, EXACT);
    assertThat(at("step:0.1/3", 60)).isEqualTo(0.01, EXACT);
  }

  @Test
  void aCosineFallsFromOneToNothing() {
    assertThat(at("cosine", 0)).isEqualTo(1);
    assertThat(at("cosine", 50)).isEqualTo(0.5, EXACT);
    assertThat(at("cosine", 75)).isEqualTo((1 - Math.sqrt(0.5)) / 2, EXACT);
    assertThat(at("cosine", 100)).isEqualTo(0, EXACT);
  }

  @Test
  void oneCycleRisesForThreeTenthsAndFalls() {
    assertThat(at("onecycle", 0)).isEqualTo(0.04, EXACT);
    assertThat(at("onecycle", 15)).isEqualTo(0.52, EXACT);
    assertThat(at("onecycle", 30)).isEqualTo(1, EXACT);
    assertThat(at("onecycle", 100)).isEqualTo(0.000004, EXACT);
  }

  @Test
  void aWarmUpRisesInAStraightLineAndTheCurveFollows() {
    assertThat(at("cosine,warmup=2", 0)).isEqualTo(0.05, EXACT);
    assertThat(at("cosine,warmup=2", 19)).isEqualTo(1, EXACT);
    assertThat(at("cosine,warmup=2", 20)).isEqualTo(1, EXACT);
    assertThat(at("cosine,warmup=2", 60)).isEqualTo(0.5, EXACT);
  }

  @Test
  void whatIsWrittenIsRead() {
    for (String text :
        new String[] {"constant", "step:0.1/10", "cosine", "onecycle", "cosine,warmup=3"}) {
      assertThat(Schedule.parse(text)).hasToString(text);
    }
  }

  @Test
  void whatIsNoScheduleIsRefused() {
    assertThatThrownBy(() -> Schedule.parse("linear"))
        .hasMessage(
            "there is no schedule \"linear\"; write constant, step:0.1/10, cosine or onecycle, and"
                + " warm-up as in cosine,warmup=3");
    assertThatThrownBy(() -> Schedule.parse("step:2/10"))
        .hasMessage("the factor of a schedule must be greater than 0 and at most 1, not 2");
    assertThatThrownBy(() -> Schedule.parse("onecycle,warmup=3"))
        .hasMessage("onecycle rises by itself; leave its warm-up away");
  }

  private static double at(String schedule, int iteration) {
    return Schedule.parse(schedule).at(iteration, 10, 10);
  }
}
