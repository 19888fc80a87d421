package io.fovea;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class AheadTest {
  @Test
  void aFaultThatComesAgainInItsTimePassesInSilence() {
    assertThatCode(() -> failing(new NetException("no such layer")).await())
        .doesNotThrowAnyException();
  }

  @Test
  void aLackOfMemoryIsMetByWhoeverWaits() {
    var memory = new OutOfMemoryError("Java heap space");
    Ahead ahead =
        Ahead.of(
            () -> {
              throw memory;
            });

    assertThatThrownBy(ahead::await).isSameAs(memory);
  }

  private static Ahead failing(RuntimeException fault) {
    return Ahead.of(
        () -> {
          throw fault;
        });
  }
}
