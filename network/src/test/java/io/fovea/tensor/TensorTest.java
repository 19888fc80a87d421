package io.fovea.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TensorTest {
  /** Two items of two channels of one row: 1 2 | 3 4, 5 6 | 7 8. */
  private static final Tensor TENSOR = Tensor.of(Shape.of(2, 2, 1, 2), 1, 2, 3, 4, 5, 6, 7, 8);

  @Test
  void theWidthRunsFastest() {
    assertThat(TENSOR.get(0, 0, 0, 1)).isEqualTo(2);
    assertThat(TENSOR.get(0, 1, 0, 0)).isEqualTo(3);
    assertThat(TENSOR.get(1, 0, 0, 0)).isEqualTo(5);
  }

  @ParameterizedTest
  @CsvSource({
    "2, 0, 0, 0",
    "-1, 0, 0, 0",
    "0, 2, 0, 0",
    "0, -1, 0, 0",
    "0, 0, 1, 0",
    "0, 0, -1, 0",
    "0, 0, 0, 2",
    "0, 0, 0, -1"
  })
  void whatIsOutsideIsNotRead(int item, int channel, int row, int column) {
    assertThatThrownBy(() -> TENSOR.get(item, channel, row, column))
        .isInstanceOf(IndexOutOfBoundsException.class);
  }

  @Test
  void aChannelIsAPlane() {
    var plane = TENSOR.channel(1, 1);

    assertThat(plane.remaining()).isEqualTo(2);
    assertThat(plane.get(0)).isEqualTo(7);
    assertThat(plane.isReadOnly()).isTrue();
  }

  @Test
  void anItemIsATensorOfBatchOne() {
    assertThat(TENSOR.item(1)).isEqualTo(Tensor.of(Shape.of(1, 2, 1, 2), 5, 6, 7, 8));
  }

  @Test
  void laterWritesToTheArrayDoNotReachIt() {
    float[] values = {1};
    Tensor tensor = Tensor.of(Shape.of(1, 1, 1, 1), values);
    values[0] = 2;
    tensor.toArray()[0] = 3;

    assertThat(tensor.get(0, 0, 0, 0)).isEqualTo(1);
  }

  @Test
  void theBufferIsReadOnly() {
    assertThat(TENSOR.buffer().isReadOnly()).isTrue();
    assertThat(TENSOR.buffer().remaining()).isEqualTo(8);
  }

  @Test
  void zerosAreZero() {
    assertThat(Tensor.zeros(Shape.of(1, 1, 1, 2)).toArray()).containsExactly(0, 0);
  }

  @Test
  void equalContentIsEqual() {
    Tensor same = Tensor.wrap(TENSOR.shape(), TENSOR.toArray());

    assertThat(same).isEqualTo(TENSOR).hasSameHashCodeAs(TENSOR);
    assertThat(Tensor.of(Shape.of(1, 1, 2, 1), 1, 2))
        .isNotEqualTo(Tensor.of(Shape.of(1, 1, 1, 2), 1, 2));
  }

  @Test
  void theTextIsShapeAndRange() {
    assertThat(Tensor.of(Shape.of(1, 1, 1, 3), 4, -1, 0))
        .hasToString("1 × 1 × 1 × 3, values -1.0 to 4.0");
  }

  @Test
  void tooFewValuesAreRefused() {
    assertThatThrownBy(() -> Tensor.of(Shape.of(1, 3, 2, 2), 1, 2))
        .isInstanceOf(FoveaException.class)
        .hasMessage("a tensor of 1 × 3 × 2 × 2 holds 12 values, but 2 are given");
  }
}
