package io.fovea.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fovea.tensor.Shape;
import io.fovea.tensor.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScaleTest {
  /** Two channels: −2 0 1, and 2 4 8. */
  private static final Tensor ACTIVATION = Tensor.of(Shape.of(1, 2, 1, 3), -2, 0, 1, 2, 4, 8);

  @Test
  void layerGoesFromTheLeastToTheGreatestOfAllChannels() {
    assertThat(Scale.layer().limits(ACTIVATION))
        .containsExactly(new Limits(-2, 8), new Limits(-2, 8));
  }

  @Test
  void channelGoesFromTheLeastToTheGreatestOfEach() {
    assertThat(Scale.channel().limits(ACTIVATION))
        .containsExactly(new Limits(-2, 1), new Limits(2, 8));
  }

  @Test
  void noneGoesFromZeroToOne() {
    assertThat(Scale.none().limits(ACTIVATION)).containsOnly(new Limits(0, 1));
  }

  @Test
  void symmetricGoesAsFarDownAsUp() {
    assertThat(Scale.symmetric().limits(ACTIVATION)).containsOnly(new Limits(-8, 8));
  }

  @Test
  void symmetricDrawsAllZerosInTheMiddle() {
    assertThat(Scale.symmetric().limits(Tensor.zeros(Shape.of(1, 1, 1, 2))).get(0).unit(0))
        .isEqualTo(0.5);
  }

  /**
   * Six values, ranks 0 to 5: 10 % is rank 0.5, between −2 and 0; 90 % rank 4.5, between 4 and 8.
   */
  @Test
  void percentilesLieBetweenRanks() {
    assertThat(Scale.percentile(10, 90).limits(ACTIVATION)).containsOnly(new Limits(-1, 6));
  }

  @Test
  void numbersThatAreNotFiniteDoNotCount() {
    var odd = Tensor.of(Shape.of(1, 1, 1, 4), Float.NaN, 3, Float.POSITIVE_INFINITY, 5);
    assertThat(Scale.layer().limits(odd)).containsExactly(new Limits(3, 5));
    assertThat(Scale.percentile(0, 100).limits(odd)).containsExactly(new Limits(3, 5));
  }

  @Test
  void wordsAndNumbersAreParsed() {
    assertThat(Scale.parse("layer")).isEqualTo(Scale.layer());
    assertThat(Scale.parse("channel")).isEqualTo(Scale.channel());
    assertThat(Scale.parse("none")).isEqualTo(Scale.none());
    assertThat(Scale.parse("symmetric")).isEqualTo(Scale.symmetric());
    assertThat(Scale.parse("-1:2.5e1")).isEqualTo(Scale.range(-1, 25));
    assertThat(Scale.parse("1%:99.5%")).isEqualTo(Scale.percentile(1, 99.5));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "loud | the scale \"loud\" isn't known; use layer, channel, none, symmetric, MIN:MAX (such as -1:1) or LOW%:HIGH% (such as 1%:99%)",
        "1: | the scale \"1:\" isn't known; use layer, channel, none, symmetric, MIN:MAX (such as -1:1) or LOW%:HIGH% (such as 1%:99%)",
        "2:1 | the range 2.0:1.0 must go from a lesser number to a greater one",
        "1:1e999 | the range 1.0:Infinity must go from a lesser number to a greater one",
        "50%:101% | the percentiles 50.0%:101.0% must go from a lesser to a greater one, within 0% to 100%"
      })
  void whatIsNoScaleIsSaid(String text, String sentence) {
    assertThatThrownBy(() -> Scale.parse(text))
        .isInstanceOf(ImageException.class)
        .hasMessage(sentence);
  }
}
