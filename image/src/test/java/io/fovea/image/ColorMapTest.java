package io.fovea.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ColorMapTest {
  /**
   * Ends and middle as published: viridis in matplotlib, turbo at its middle and its red end (the
   * polynomial leaves it at the blue end), the diverging map in Moreland's paper; the signed map as
   * it is drawn up here.
   */
  @ParameterizedTest
  @CsvSource({
    "GRAY, 0, 000000, 0",
    "GRAY, 0.5, 808080, 0",
    "GRAY, 1, FFFFFF, 0",
    "VIRIDIS, 0, 440154, 4",
    "VIRIDIS, 0.5, 21918C, 4",
    "VIRIDIS, 1, FDE725, 5",
    "TURBO, 0.5, A4FC3C, 20",
    "TURBO, 1, 7A0403, 25",
    "DIVERGING, 0, 3B4CC0, 0",
    "DIVERGING, 0.5, DDDDDD, 1",
    "DIVERGING, 1, B40426, 0",
    "SIGNED, 0, 78B4FF, 0",
    "SIGNED, 0.5, 121417, 1",
    "SIGNED, 1, FFB082, 0"
  })
  void publishedColours(ColorMap map, double place, String hex, int tolerance) {
    int wanted = Integer.parseInt(hex, 16);
    for (int shift = 0; shift <= 16; shift += 8) {
      assertThat(map.rgb(place) >> shift & 0xff)
          .isBetween((wanted >> shift & 0xff) - tolerance, (wanted >> shift & 0xff) + tolerance);
    }
  }

  @ParameterizedTest
  @EnumSource
  void outsideIsTheNearerEndAndNotANumberIsBlack(ColorMap map) {
    assertThat(map.rgb(-1)).isEqualTo(map.rgb(0));
    assertThat(map.rgb(2)).isEqualTo(map.rgb(1));
    assertThat(map.rgb(Double.NaN)).isZero();
  }

  @Test
  void theSignedMapIsDarkestAtZero() {
    assertThat(brightness(0.5)).isLessThan(brightness(0.375)).isLessThan(brightness(0.625));
    assertThat(brightness(0.125)).isLessThan(brightness(0));
    assertThat(brightness(0.875)).isLessThan(brightness(1));
  }

  private static int brightness(double place) {
    int colour = ColorMap.SIGNED.rgb(place);
    return (colour >> 16) + (colour >> 8 & 0xff) + (colour & 0xff);
  }

  @ParameterizedTest
  @EnumSource
  void itsOwnWordNamesIt(ColorMap map) {
    assertThat(ColorMap.parse(map.toString())).isEqualTo(map);
  }

  @Test
  void anUnknownWordIsSaid() {
    assertThatThrownBy(() -> ColorMap.parse("jet"))
        .hasMessage(
            "the colour map \"jet\" isn't known; use one of: gray, viridis, turbo, diverging, signed");
  }
}
