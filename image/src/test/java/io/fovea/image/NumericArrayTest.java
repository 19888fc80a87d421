package io.fovea.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fovea.tensor.Shape;
import io.fovea.tensor.Tensor;
import java.util.List;
import org.junit.jupiter.api.Test;

class NumericArrayTest {
  @Test
  void heightByWidthIsOneChannel() {
    assertThat(NumericArray.of(List.of(1, 2), 5, 6).toTensor(1))
        .isEqualTo(Tensor.of(Shape.of(1, 1, 1, 2), 5, 6));
  }

  @Test
  void channelsFirstIsFedAsItIs() {
    assertThat(NumericArray.of(List.of(3, 1, 2), 1, 2, 3, 4, 5, 6).toTensor(3))
        .isEqualTo(Tensor.of(Shape.of(1, 3, 1, 2), 1, 2, 3, 4, 5, 6));
  }

  @Test
  void channelsLastIsTurnedRound() {
    assertThat(NumericArray.of(List.of(1, 2, 3), 1, 2, 3, 4, 5, 6).toTensor(3))
        .isEqualTo(Tensor.of(Shape.of(1, 3, 1, 2), 1, 4, 2, 5, 3, 6));
  }

  @Test
  void aBatchIsFedAsItIs() {
    assertThat(NumericArray.of(List.of(2, 1, 1, 1), 1, 2).toTensor(1))
        .isEqualTo(Tensor.of(Shape.of(2, 1, 1, 1), 1, 2));
  }

  @Test
  void whatFitsNoNetworkIsSaid() {
    assertThatThrownBy(() -> NumericArray.of(List.of(2, 2), 1, 2, 3, 4).toTensor(3))
        .isInstanceOf(ImageException.class)
        .hasMessage(
            "the array is 2 × 2, but the network wants 3 channels:"
                + " give 3 × height × width or batch × 3 × height × width");
    assertThatThrownBy(() -> NumericArray.of(List.of(2), 1, 2).toTensor(1))
        .hasMessage(
            "the array is 2, but the network wants 1 channel:"
                + " give height × width, 1 × height × width or batch × 1 × height × width");
  }
}
