package io.fovea.network;

import static org.assertj.core.api.Assertions.assertThat;

import io.fovea.tensor.Shape;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AxisTest {
  @ParameterizedTest
  @CsvSource({"BATCH, 2", "CHANNEL, 3", "HEIGHT, 4", "WIDTH, 5"})
  void eachAxisReadsAndChangesItsOwnLength(Axis axis, int length) {
    Shape shape = Shape.of(2, 3, 4, 5);

    assertThat(axis.of(shape)).isEqualTo(length);
    assertThat(axis.with(shape, 9)).isNotEqualTo(shape);
    assertThat(axis.of(axis.with(shape, 9))).isEqualTo(9);
    assertThat(axis.with(axis.with(shape, 9), length)).isEqualTo(shape);
  }
}
