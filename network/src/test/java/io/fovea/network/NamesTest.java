package io.fovea.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NamesTest {
  @Test
  void theNearestComeFirst() { // 1, 2 and 4 edits; "softmax" is further off
    assertThat(Names.mostLike("convl", List.of("softmax", "pool1", "conv12", "conv1")))
        .isEqualTo("conv1, conv12 or pool1");
  }

  @Test
  void equallyNearOnesStayInOrder() {
    assertThat(Names.mostLike("relu", List.of("relu2", "relu1"))).isEqualTo("relu2 or relu1");
  }

  @Test
  void oneOrNone() {
    assertThat(Names.mostLike("x", List.of("data"))).isEqualTo("data");
    assertThat(Names.mostLike("x", List.of())).isEmpty();
  }

  @Test
  void endlessNamesTakeNoEndlessTime() {
    String endless = "x".repeat(10_000_000);

    assertThat(Names.mostLike(endless, List.of(endless + "y"))).isEqualTo(endless + "y");
  }
}
