package io.fovea.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fovea.tensor.Shape;
import io.fovea.tensor.Tensor;
import org.junit.jupiter.api.Test;

class Mat2grayTest {
  @Test
  void theLeastBecomesZeroAndTheGreatestOneAcrossAllChannels() {
    var tensor = Tensor.of(Shape.of(1, 2, 1, 2), -1, 0, 1, 3);
    assertThat(Mat2gray.of(tensor)).isEqualTo(Tensor.of(tensor.shape(), 0, 0.25f, 0.5f, 1));
  }

  @Test
  void givenEndsClipWhatLiesOutside() {
    assertThat(Mat2gray.of(row(-5, 0, 1, 2, 9), 0, 2)).isEqualTo(row(0, 0, 0.5f, 1, 1));
  }

  @Test
  void equalValuesAreOnlyClipped() {
    assertThat(Mat2gray.of(row(0.25f, 0.25f))).isEqualTo(row(0.25f, 0.25f));
    assertThat(Mat2gray.of(row(7, 7))).isEqualTo(row(1, 1));
    assertThat(Mat2gray.of(row(-7, -7))).isEqualTo(row(0, 0));
  }

  @Test
  void equalEndsOnlyClip() {
    assertThat(Mat2gray.of(row(-1, 0.5f, 3), 2, 2)).isEqualTo(row(0, 0.5f, 1));
  }

  @Test
  void notANumberStaysAndInfinitiesAreClipped() {
    var odd = row(Float.NaN, Float.NEGATIVE_INFINITY, 0, 4, 2, Float.POSITIVE_INFINITY);
    assertThat(Mat2gray.of(odd).toArray()).containsExactly(Float.NaN, 0, 0, 1, 0.5f, 1);
  }

  @Test
  void theDifferenceOfTheLargestNumbersDoesNotOverflow() {
    var large = row(-Float.MAX_VALUE, 0, Float.MAX_VALUE);
    assertThat(Mat2gray.of(large)).isEqualTo(row(0, 0.5f, 1));
  }

  @Test
  void endsInTheWrongOrderAreRefused() {
    assertThatThrownBy(() -> Mat2gray.of(row(1), 2, 1))
        .hasMessage("mat2gray must go from a lesser number to a greater one, not from 2.0 to 1.0");
  }

  private static Tensor row(float... values) {
    return Tensor.of(Shape.of(1, 1, 1, values.length), values);
  }
}
