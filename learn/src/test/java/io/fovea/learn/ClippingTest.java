package io.fovea.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class ClippingTest {
  @Test
  void theNormOfAllGradientsTogetherIsLimited() { // √(3² + 4²) = 5
    float[] first = {3};
    float[] second = {0, 4};

    Clipping.norm(2.5).apply(List.of(first, second));

    assertThat(first).containsExactly(1.5f);
    assertThat(second).containsExactly(0, 2);
  }

  @Test
  void aSmallerNormStays() {
    float[] gradient = {3, 4};

    Clipping.norm(5).apply(List.of(gradient));

    assertThat(gradient).containsExactly(3, 4);
  }

  @Test
  void eachValueIsLimitedByItself() {
    float[] gradient = {3, -4, 0.5f};

    Clipping.value(1).apply(List.of(gradient));

    assertThat(gradient).containsExactly(1, -1, 0.5f);
  }

  @Test
  void theNormIsNotFiniteAsSoonAsOneValueIsNot() {
    assertThat(Clipping.norm(List.of(new float[] {1, Float.NaN}))).isNaN();
    assertThat(Clipping.norm(List.of(new float[] {Float.NEGATIVE_INFINITY}))).isInfinite();
  }

  @Test
  void whatIsWrittenIsRead() {
    for (String text : new String[] {"none", "norm:5", "value:0.1"}) {
      assertThat(Clipping.parse(text)).hasToString(text);
    }
    assertThatThrownBy(() -> Clipping.parse("hard"))
        .hasMessage(
            "gradients can't be clipped by \"hard\"; write it as in norm:5, value:0.1 or none");
    assertThatThrownBy(() -> Clipping.parse("norm:0"))
        .hasMessage("the threshold of gradients must be a number greater than 0, not 0");
  }
}
