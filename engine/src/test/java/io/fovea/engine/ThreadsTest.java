package io.fovea.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ThreadsTest {
  @Test
  void processorsAreCountedAsLinuxListsThem() {
    assertThat(Threads.count("0-1")).isEqualTo(2);
    assertThat(Threads.count("0")).isEqualTo(1);
    assertThat(Threads.count("0-3,8,10-11")).isEqualTo(7);
  }

  @Test
  void aListThatCannotBeReadCountsAsUnknown() {
    assertThat(Threads.count("all")).isEqualTo(-1);
    assertThat(Threads.count("3-1")).isEqualTo(-1);
  }
}
