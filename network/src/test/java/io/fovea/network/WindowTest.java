package io.fovea.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fovea.tensor.Shape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WindowTest {
  /** ⌊(input + before + after − dilation · (kernel − 1) − 1) / stride⌋ + 1, worked out by hand. */
  @ParameterizedTest
  @CsvSource({
    // input, kernel, stride, dilation, before, after, output
    "227, 3, 2, 1, 0, 0, 113", // SqueezeNet's conv1
    "113, 3, 2, 1, 0, 0, 56", // its pool1
    "56, 3, 2, 1, 0, 1, 28", // its pool3
    "224, 7, 2, 1, 3, 3, 112", // ResNet's first
    "5, 5, 1, 1, 0, 0, 1",
    "5, 3, 1, 2, 0, 0, 1",
    "1, 1, 5, 1, 0, 0, 1",
    "1, 3, 1, 1, 1, 1, 1",
    "10, 1, 3, 1, 0, 0, 4"
  })
  void sizesAreRoundedDown(
      int input, int kernel, int stride, int dilation, int before, int after, int output) {
    assertThat(new Window(kernel, stride, dilation, before, after, false).outputSize(input))
        .isEqualTo(output);
  }

  @ParameterizedTest
  @CsvSource({
    // input, kernel, stride, before, after, output, overhang
    "113, 3, 2, 0, 0, 56, 0",
    "112, 3, 2, 0, 0, 56, 1",
    "4, 3, 2, 0, 0, 2, 1",
    "7, 2, 3, 0, 0, 3, 1", // ⌈5 / 3⌉ + 1
    "4, 1, 2, 0, 0, 2, 0", // a third window would start behind the end
    "2, 1, 2, 0, 0, 1, 0", // as ONNX's test_maxpool_2d_ceil_output_size_reduce_by_one
    "4, 3, 4, 1, 1, 2, 1"
  })
  void inCeilModeTheyAreRoundedUpUnlessTheLastWindowWouldStartBehindTheInput(
      int input, int kernel, int stride, int before, int after, int output, int overhang) {
    var window = new Window(kernel, stride, 1, before, after, true);

    assertThat(window.outputSize(input)).isEqualTo(output);
    assertThat(window.overhang(input)).isEqualTo(overhang);
  }

  @Test
  void aDilatedWindowReachesFurther() {
    assertThat(new Window(3, 1, 4, 0, 0, false).extent()).isEqualTo(9);
  }

  @Test
  void theFirstPlaceStartsInThePadding() {
    var window = new Window(3, 2, 1, 1, 0, false);

    assertThat(window.start(0)).isEqualTo(-1);
    assertThat(window.start(2)).isEqualTo(3);
  }

  @Test
  void aWholeAxisHasOnePlace() {
    assertThat(Window.whole(13).outputSize(13)).isEqualTo(1);
    assertThat(Window.whole(Shape.MAX_ELEMENTS).extent()).isEqualTo(Shape.MAX_ELEMENTS);
  }

  @Test
  void aWindowThatDoesNotFitIsRefused() {
    assertThatThrownBy(() -> new Window(5, 1, 2, 1, 2, false).outputSize(5))
        .isInstanceOf(NetworkException.class)
        .hasMessage(
            "a window over 9 values doesn't fit into 5 values with padding 1 and 2;"
                + " give it a larger input or more padding");
  }

  @Test
  void aWindowLongerThanAnyAxisIsRefusedRatherThanWrappedRound() { // 2¹⁶ · 2¹⁶ is 0 as an int
    assertThatThrownBy(() -> new Window(65_537, 1, 65_536, 0, 0, false))
        .isInstanceOf(NetworkException.class)
        .hasMessage(
            "a window over 4294967297 values is longer than any axis can be;"
                + " check its kernel and dilation");
  }

  @Test
  void paddingThatOverflowsIsRefused() {
    var window = new Window(1, 1, 1, Integer.MAX_VALUE, Integer.MAX_VALUE, false);

    assertThatThrownBy(() -> window.outputSize(3))
        .isInstanceOf(NetworkException.class)
        .hasMessage(
            "an axis of 3 values with padding 2147483647 and 2147483647 is longer than"
                + " the 1073741824 that can be worked on");
  }

  @ParameterizedTest
  @CsvSource({
    "0, 1, 1, 0, 0",
    "1, 0, 1, 0, 0",
    "1, 1, 0, 0, 0",
    "1, 1, 1, -1, 0",
    "1, 1, 1, 0, -1"
  })
  void numbersTooSmallAreRefused(int kernel, int stride, int dilation, int before, int after) {
    assertThatThrownBy(() -> new Window(kernel, stride, dilation, before, after, false))
        .isInstanceOf(NetworkException.class)
        .hasMessage(
            "kernel %d, stride %d and dilation %d of a window must be at least 1,"
                + " padding %d and %d at least 0",
            kernel, stride, dilation, before, after);
  }
}
