package io.fovea.explain;

import static org.assertj.core.api.Assertions.assertThat;

import io.fovea.tensor.Shape;
import io.fovea.tensor.Tensor;
import org.junit.jupiter.api.Test;

class ChannelStatisticsTest {
  @Test
  void eachChannelIsLookedAtByItself() {
    var activation = Tensor.of(Shape.of(1, 2, 2, 2), new float[] {0, 0, 2, 2, -1, -1, -1, -1});

    assertThat(ChannelStatistics.of(activation))
        .containsExactly(
            new ChannelStatistics(0, 2, 1, 1, 0.5), new ChannelStatistics(-1, -1, -1, 0, 0));
  }
}
