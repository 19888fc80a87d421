package io.fovea.network;

import static org.assertj.core.api.Assertions.assertThat;

import io.fovea.tensor.Shape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class Window2dTest {
  @Test
  void rowsAndColumnsHaveTheirOwnNumbers() {
    var window =
        Window2d.of(
            Size.of(3, 5),
            Stride.of(1, 2),
            Padding.of(1, 2, 3, 4),
            Dilation.of(1, 2),
            true,
            Shape.of(1, 1, 10, 10));

    assertThat(window.vertical()).isEqualTo(new Window(3, 1, 1, 1, 2, true));
    assertThat(window.horizontal()).isEqualTo(new Window(5, 2, 2, 3, 4, true));
    assertThat(window.outputSize(Shape.of(1, 1, 10, 10))).isEqualTo(Size.of(11, 5));
  }

  /** Padding = max(0, (⌈input / stride⌉ − 1) · stride + extent − input); the odd one to one end. */
  @ParameterizedTest
  @CsvSource({
    // input, kernel, stride, dilation, before, after, output: upper
    "5, 3, 1, 1, 1, 1, 5",
    "5, 2, 1, 1, 0, 1, 5",
    "7, 3, 2, 1, 1, 1, 4",
    "8, 3, 2, 1, 0, 1, 4",
    "8, 3, 1, 2, 2, 2, 8",
    "6, 1, 4, 1, 0, 0, 2",
    "1, 4, 3, 1, 1, 2, 1"
  })
  void samePaddingDividesTheInputByTheStride(
      int input, int kernel, int stride, int dilation, int before, int after, int output) {
    Window upper = row(Padding.SAME, input, kernel, stride, dilation);
    Window lower = row(Padding.SAME_LOWER, input, kernel, stride, dilation);

    assertThat(upper).isEqualTo(new Window(kernel, stride, dilation, before, after, false));
    assertThat(lower).isEqualTo(new Window(kernel, stride, dilation, after, before, false));
    assertThat(upper.outputSize(input)).isEqualTo(output);
    assertThat(lower.outputSize(input)).isEqualTo(output);
  }

  @Test
  void theWholeInputIsOnePlace() {
    Shape input = Shape.of(1, 1, 4, 7);

    assertThat(Window2d.whole(input).outputSize(input)).isEqualTo(Size.of(1));
  }

  private static Window row(Padding padding, int input, int kernel, int stride, int dilation) {
    return Window2d.of(
            Size.of(1, kernel),
            Stride.of(1, stride),
            padding,
            Dilation.of(1, dilation),
            false,
            Shape.of(1, 1, 1, input))
        .horizontal();
  }
}
