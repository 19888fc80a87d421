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

  @Test
  void noValueIsLeftOutOfAnOddNumber() { // 7 values: mean 4, squares 9 + 4 + 1 + 0 + 1 + 4 + 9
    var activation = Tensor.of(Shape.of(1, 1, 1, 7), new float[] {1, 2, 3, 4, 5, 6, 7});

    assertThat(ChannelStatistics.of(activation))
        .containsExactly(new ChannelStatistics(1, 7, 4, 2, 0));
  }

  @Test
  void whatIsNoNumberIsNotHidden() {
    var nothing = Float.NaN;
    var activation = Tensor.of(Shape.of(1, 1, 1, 4), new float[] {0, nothing, 2, 1});

    assertThat(ChannelStatistics.of(activation))
        .containsExactly(new ChannelStatistics(nothing, nothing, nothing, nothing, 0.25));
  }

  @Test
  void infinitiesOnBothSidesAreItsEnds() {
    var least = Float.NEGATIVE_INFINITY;
    var activation = Tensor.of(Shape.of(1, 1, 1, 3), new float[] {least, 5, -least});

    assertThat(ChannelStatistics.of(activation))
        .containsExactly(new ChannelStatistics(least, -least, Double.NaN, Double.NaN, 0));
  }
}
