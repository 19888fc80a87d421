package io.fovea.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShapeTest {
  private static final Shape SHAPE = Shape.of(2, 3, 4, 5);

  @Test
  void valuesAreCounted() {
    assertThat(SHAPE.elementCount()).isEqualTo(120);
    assertThat(SHAPE.itemElementCount()).isEqualTo(60);
  }

  @Test
  void memorysOrderIsTheText() {
    assertThat(SHAPE).hasToString("2 × 3 × 4 × 5");
  }

  @Test
  void peopleReadHeightWidthChannels() {
    assertThat(Shape.of(1, 64, 113, 112).itemText()).isEqualTo("113 × 112 × 64");
  }

  @Test
  void anotherBatchKeepsTheRest() {
    assertThat(SHAPE.withBatch(7)).isEqualTo(Shape.of(7, 3, 4, 5));
  }

  @ParameterizedTest
  @CsvSource({"0, 1, 1, 1", "1, 0, 1, 1", "1, 1, -1, 1", "1, 1, 1, 0"})
  void everyDimensionIsAtLeastOne(int batch, int channels, int height, int width) {
    assertThatThrownBy(() -> Shape.of(batch, channels, height, width))
        .isInstanceOf(FoveaException.class)
        .hasMessage(
            "every dimension of a tensor must be at least 1, but the shape is %d × %d × %d × %d",
            batch, channels, height, width);
  }

  @ParameterizedTest
  @CsvSource({
    "1, 1, 46341, 46341", // just beyond 2³¹
    "1, 1, 65536, 65536", // 2³², which is 0 as an int
    "1, 65536, 256, 256",
    "65536, 1, 256, 256",
    "2147483647, 2147483647, 2147483647, 2147483647"
  })
  void moreValuesThanAnArrayCanHoldAreRefused(int batch, int channels, int height, int width) {
    assertThatThrownBy(() -> Shape.of(batch, channels, height, width))
        .isInstanceOf(FoveaException.class)
        .hasMessage(
            "a tensor of %d × %d × %d × %d has more values than the 2147483639 that one may hold",
            batch, channels, height, width);
  }

  @Test
  void theMostThatAnArrayCanHoldIsAllowed() {
    assertThat(Shape.of(1, 1, 1, Shape.MAX_ELEMENTS).elementCount()).isEqualTo(2147483639);
  }
}
