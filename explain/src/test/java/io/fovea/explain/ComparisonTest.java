package io.fovea.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.fovea.tensor.Shape;
import io.fovea.tensor.Tensor;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ComparisonTest {
  private static final double CLOSE = 1e-12;

  @Test
  void aChangeIsMeasuredInDeviationsOfBoth() {
    // 0 2 against 2 2: differences 2 and 0, root mean square √2; 0 2 2 2 has variance 3 / 4
    var comparison = Comparison.of(row(0, 2), row(2, 2));

    ChannelChange change = comparison.channels().get(0);
    assertThat(change.change()).isCloseTo(Math.sqrt(2) / Math.sqrt(0.75), within(CLOSE));
    assertThat(change.meanBefore()).isEqualTo(1);
    assertThat(change.meanAfter()).isEqualTo(2);
    assertThat(change.deviationBefore()).isEqualTo(1);
    assertThat(change.deviationAfter()).isZero();
    assertThat(comparison.change()).isCloseTo(change.change(), within(CLOSE));
  }

  @Test
  void whatStaysTheSameDidNotChange() {
    assertThat(Comparison.of(row(1, 5, 3), row(1, 5, 3)).change()).isZero();
    assertThat(Comparison.of(row(0.1f, 0.1f), row(0.1f, 0.1f)).change()).isZero();
  }

  @Test
  void theContraryIsTwo() {
    assertThat(Comparison.of(row(-1, 1, 3, -3), row(1, -1, -3, 3)).change()).isEqualTo(2);
    assertThat(Comparison.of(row(1, 1), row(4, 4)).change()).isEqualTo(2);
  }

  @Test
  void whatHasNothingToDoWithEachOtherIsRootTwo() { // seed 5, 40,000 normal values each
    var random = new Random(5);
    Shape shape = Shape.of(1, 1, 200, 200);

    assertThat(Comparison.of(Params.tensor(random, shape), Params.tensor(random, shape)).change())
        .isCloseTo(Math.sqrt(2), within(0.02));
  }

  @Test
  void theChannelThatChangedMostComesFirst() {
    var before = Tensor.of(Shape.of(1, 3, 1, 2), 0, 1, 0, 1, 0, 1);
    var after = Tensor.of(Shape.of(1, 3, 1, 2), 0, 1, 1, 0, 0, 2);

    assertThat(Comparison.of(before, after).channels())
        .extracting(ChannelChange::channel)
        .containsExactly(1, 2, 0);
  }

  @Test
  void theLayerIsMeasuredAsAWhole() { // differences of squares 0 and 4 · 2 of 4; variance of 8
    var before = Tensor.of(Shape.of(1, 2, 1, 2), 0, 0, 1, -1);
    var after = Tensor.of(Shape.of(1, 2, 1, 2), 0, 0, -1, 1);

    assertThat(Comparison.of(before, after).change()) // √(8 / 4) / √(4 / 8)
        .isCloseTo(2, within(CLOSE));
  }

  @Test
  void otherSizesAreComparedByHowTheirValuesLie() {
    // means 1 and 4, deviations 1 and 0; 0 2 and 4, each side of one weight: mean 2.5, squares 9
    var comparison = Comparison.of(row(0, 2), row(4, 4, 4));

    assertThat(comparison.placeByPlace()).isFalse();
    assertThat(comparison.change())
        .isCloseTo(Math.sqrt(9 + 1) / Math.sqrt(9 - 6.25), within(CLOSE));
    assertThat(Comparison.of(row(0, 2), row(2, 0, 2, 0)).change()).isZero();
  }

  @Test
  void valuesThatAreNotFiniteHaveNoMeasure() {
    assertThat(Comparison.of(row(Float.NaN, 1), row(1, 1)).change()).isNaN();
  }

  @Test
  void valuesFarFromZeroAreMeasuredAsWell() { // the first example, 1/16 a step, around a million
    float step = 0.0625f; // what a float tells apart there
    var before = row(1e6f, 1e6f + 2 * step);
    var after = row(1e6f + 2 * step, 1e6f + 2 * step);

    var comparison = Comparison.of(before, after);

    assertThat(comparison.change()).isCloseTo(Math.sqrt(2) / Math.sqrt(0.75), within(CLOSE));
    assertThat(comparison.channels().get(0).deviationBefore()).isEqualTo(step);
  }

  @Test
  void aLayerFarFromZeroIsMeasuredAsWell() { // differences of squares 0 and 4 · 4; variance of 8
    float far = 1 << 20; // whole numbers are exact there
    var before = Tensor.of(Shape.of(1, 2, 1, 2), far, far, far + 1, far - 1);
    var after = Tensor.of(Shape.of(1, 2, 1, 2), far, far, far - 1, far + 1);

    assertThat(Comparison.of(before, after).change()).isCloseTo(2, within(CLOSE));
  }

  @Test
  void aChannelWithoutAMeasureIsNeverFirst() {
    var before = Tensor.of(Shape.of(1, 3, 1, 2), Float.NaN, 1, 0, 1, 0, 1);
    var after = Tensor.of(Shape.of(1, 3, 1, 2), 0, 1, 0, 1, 1, 0);

    assertThat(Comparison.of(before, after).channels())
        .extracting(ChannelChange::channel)
        .containsExactly(2, 1, 0);
  }

  @Test
  void activationsOfOtherChannelsAreRefused() {
    assertThatThrownBy(() -> Comparison.of(row(1), Tensor.zeros(Shape.of(1, 2, 1, 1))))
        .isInstanceOf(ExplainException.class)
        .hasMessage(
            "an activation of 1 × 1 × 1 can't be compared with one of 1 × 1 × 2;"
                + " take two of as many channels");
  }

  private static Tensor row(float... values) {
    return Tensor.of(Shape.of(1, 1, 1, values.length), values);
  }
}
