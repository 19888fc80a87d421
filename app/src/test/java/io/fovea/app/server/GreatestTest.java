package io.fovea.app.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class GreatestTest {
  @Test
  void theFirstOfEqualsIsFound() {
    assertThat(Greatest.of(List.of(1.0, 3.0, 3.0, 2.0), each -> each)).isEqualTo(1);
  }

  @Test
  void notANumberIsGreaterThanNothing() {
    assertThat(Greatest.of(List.of(Double.NaN, -1.0, Double.NaN), each -> each)).isEqualTo(1);
    assertThat(Greatest.of(List.of(Double.NaN, Double.NaN), each -> each)).isZero();
  }
}
