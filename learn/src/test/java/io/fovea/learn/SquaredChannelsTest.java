package io.fovea.learn;

import static org.assertj.core.api.Assertions.assertThat;

import io.fovea.tensor.Shape;
import io.fovea.tensor.Tensor;
import org.junit.jupiter.api.Test;

class SquaredChannelsTest {
  @Test
  void theMeansOfTheChannelsAreSquared() { // means 2 and −3, (4 + 9) / 2
    var squares = new SquaredChannels(2);

    assertThat(squares.add(Tensor.of(Shape.of(1, 2, 1, 2), 1, 3, -2, -4))).isTrue();

    assertThat(squares.mean()).isEqualTo(6.5);
  }

  @Test
  void enoughItemsAreEnough() {
    assertThat(new SquaredChannels(2).add(Tensor.zeros(Shape.of(2, 1, 1, 1)))).isFalse();
  }
}
