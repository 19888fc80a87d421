package io.fovea.chart;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TextWidthTest {
  @Test
  void aTextThatFitsStays() {
    assertThat(TextWidth.shorten("cup", 10, 100)).isEqualTo("cup");
  }

  @Test
  void aLongerOneEndsInDots() { // "aaaa" is 24.8, "aa…" 18.6
    assertThat(TextWidth.shorten("aaaa", 10, 20)).isEqualTo("aa…");
  }

  @Test
  void squareCharactersAreAsWideAsHigh() {
    assertThat(TextWidth.of("고양이", 10)).isEqualTo(30);
  }
}
