package io.fovea.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TimingTest {
  private final List<String> runs = new ArrayList<>();

  /** Someone who only remembers that it ran. */
  private Candidate candidate(String name) {
    return new Candidate() {
      @Override
      public String name() {
        return name;
      }

      @Override
      public float[] run() {
        runs.add(name);
        return new float[0];
      }
    };
  }

  @Test
  void whoBeginsChangesFromRoundToRound() {
    new Timing(Effort.single(3)).measure(List.of(candidate("a"), candidate("b")));
    assertThat(runs).containsExactly("a", "b", "b", "a", "a", "b");
  }

  @Test
  void measurementsStandInTheOrderOfTheCandidates() {
    var measured = new Timing(Effort.single(2)).measure(List.of(candidate("a"), candidate("b")));
    assertThat(measured).extracting(Measurement::candidate).containsExactly("a", "b");
  }

  @Test
  void aTurnEndsWithItsLeastRunsWhereItsTimeIsOver() {
    var effort = new Effort(2, 3, 10, Duration.ZERO, Duration.ZERO);
    var measured = new Timing(effort).measure(List.of(candidate("a")));
    assertThat(measured.get(0).rounds()).extracting(times -> times.length).containsExactly(3, 3);
  }

  @Test
  void aTurnEndsWithItsMostRunsHoweverMuchTimeIsLeft() {
    var effort = new Effort(1, 3, 10, Duration.ofHours(1), Duration.ZERO);
    var measured = new Timing(effort).measure(List.of(candidate("a")));
    assertThat(measured.get(0).runs()).isEqualTo(10);
  }

  @Test
  void theFirstRunOfATurnIsNotMeasuredAfterAWarmUp() {
    var effort = new Effort(2, 2, 2, Duration.ZERO, Duration.ofNanos(1));
    var measured = new Timing(effort).measure(List.of(candidate("a")));
    assertThat(measured.get(0).runs()).isEqualTo(4);
    assertThat(runs).hasSizeGreaterThanOrEqualTo(2 * (1 + 2));
  }
}
