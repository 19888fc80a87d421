package io.fovea.app.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fovea.explain.ChannelStatistics;
import io.fovea.tensor.Shape;
import io.fovea.tensor.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChannelSortTest {
  /** Three channels of two values: the means are 2, 3 and 0.5, the greatest values 4, 3 and 1. */
  private static final Tensor ACTIVATION =
      Tensor.wrap(Shape.of(1, 3, 1, 2), new float[] {0, 4, 3, 3, 0, 1});

  @ParameterizedTest
  @CsvSource({
    "number, '0 4 3 3 0 1'",
    "strongest, '0 4 3 3 0 1'",
    "mean, '3 3 0 4 0 1'",
    "sparsity, '0 4 0 1 3 3'"
  })
  void channelsComeInTheOrderAskedFor(String word, String values) {
    Tensor arranged = ChannelSort.parse(word).arrange(ACTIVATION, ChannelStatistics.of(ACTIVATION));

    var text = new StringBuilder();
    for (float value : arranged.toArray()) {
      text.append(' ').append((int) value);
    }
    assertThat(text.substring(1)).isEqualTo(values);
  }

  @Test
  void anUnknownOrderIsSaid() {
    assertThatThrownBy(() -> ChannelSort.parse("NUMBER"))
        .hasMessage("\"sort\" is NUMBER; it must be number, strongest, mean or sparsity");
  }
}
