package io.fovea.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class PageOutcomeTest {
  private static PageAnswer answer(int status, String sentence) {
    byte[] json = "{\"message\":\"%s\"}".formatted(sentence).getBytes(StandardCharsets.UTF_8);
    return new PageAnswer(status, false, json);
  }

  @Test
  void aFullQueueIsBusy() {
    var full = answer(503, "the server has 400 requests waiting; try again in a moment");
    assertThat(PageOutcome.of(full, true)).isEqualTo(PageOutcome.BUSY);
  }

  @Test
  void aLackOfMemoryIsWrongThoughItsStatusIsTheSame() {
    var memory =
        answer(
            503,
            "this needs more memory than the 1,536 MB that Java may use; start it with a larger -Xmx");
    assertThat(PageOutcome.of(memory, true)).isEqualTo(PageOutcome.WRONG);
  }

  @Test
  void anyOtherRefusalIsWrong() {
    assertThat(PageOutcome.of(answer(503, "the server ends"), true)).isEqualTo(PageOutcome.WRONG);
    assertThat(PageOutcome.of(new PageAnswer(503, false, new byte[0]), true))
        .isEqualTo(PageOutcome.WRONG);
  }

  @Test
  void onlyWhatIsNoLongerWantedMayBeDropped() {
    var dropped = answer(409, "a newer request took the place of this one");
    assertThat(PageOutcome.of(dropped, false)).isEqualTo(PageOutcome.CANCELLED);
    assertThat(PageOutcome.of(dropped, true)).isEqualTo(PageOutcome.WRONG);
  }

  @Test
  void whatIsNoLongerWantedMustNotFailEither() {
    var broken = answer(500, "Fovea failed while it answered this");
    assertThat(PageOutcome.of(broken, false)).isEqualTo(PageOutcome.WRONG);
    assertThat(PageOutcome.of(answer(200, ""), false)).isEqualTo(PageOutcome.GOOD);
  }
}
