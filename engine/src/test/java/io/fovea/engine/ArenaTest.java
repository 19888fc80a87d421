package io.fovea.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ArenaTest {
  @Test
  void buffersNeededAtDifferentTimesShareMemory() {
    Buffer first = buffer(8192, 0, 1);
    Buffer second = buffer(4096, 1, 2);
    Buffer third = buffer(8192, 2, 3);

    long bytes = Arena.lay(List.of(first, second, third));

    assertThat(first.offset()).isEqualTo(third.offset());
    assertThat(bytes).isEqualTo(12288);
  }

  @Test
  void buffersNeededAtOneTimeDoNotOverlap() {
    Buffer first = buffer(100, 0, 5);
    Buffer second = buffer(100, 5, 6);

    Arena.lay(List.of(first, second));

    assertThat(Math.abs(first.offset() - second.offset())).isEqualTo(4096); // a page apart
  }

  @Test
  void aGapIsFilled() {
    Buffer large = buffer(8192, 0, 9);
    Buffer early = buffer(4096, 0, 1);
    Buffer late = buffer(4096, 2, 3);

    assertThat(Arena.lay(List.of(large, early, late))).isEqualTo(12288);
  }

  private static Buffer buffer(long bytes, int firstStep, int lastStep) {
    var buffer = new Buffer(bytes);
    buffer.touch(firstStep);
    buffer.touch(lastStep);
    return buffer;
  }
}
