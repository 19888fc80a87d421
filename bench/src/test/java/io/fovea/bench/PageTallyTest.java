package io.fovea.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PageTallyTest {
  private static PageTally tally(int answers, int refusals) {
    var tally = new PageTally();
    IntStream.range(0, answers).forEach(any -> tally.answered("api/look", 1));
    IntStream.range(0, refusals).forEach(any -> tally.busy());
    return tally;
  }

  @Test
  void oneRefusalInAHundredIsNotOften() {
    assertThat(tally(99, 1).isRefusedOften()).isFalse();
    assertThat(tally(98, 2).isRefusedOften()).isTrue();
  }

  @Test
  void refusalsAloneAreOften() {
    assertThat(tally(0, 1).isRefusedOften()).isTrue();
  }

  @Test
  void whatNobodyWantedCountsAsNeither() {
    PageTally tally = tally(100, 1);
    tally.cancelled();
    assertThat(tally.isRefusedOften()).isFalse();
    assertThat(tally.line()).endsWith("100 answers, 1 cancelled, 0 errors, 1 busy");
  }
}
