package io.fovea.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.fovea.tensor.Shape;
import io.fovea.tensor.Tensor;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class CrossEntropyTest {
  private static final CrossEntropy PLAIN = CrossEntropy.standard();

  @Test
  void equalScoresCostTheLogarithmOfTheirNumber() {
    var loss = PLAIN.of(scores(1, 4, 0, 0, 0, 0), new int[] {2});

    assertThat(loss.mean()).isCloseTo(Math.log(4), within(1e-12));
    assertThat(loss.gradient().toArray()).containsExactly(0.25f, 0.25f, -0.75f, 0.25f);
  }

  @Test
  void theGradientIsSoftmaxMinusTargetDividedByTheBatch() { // softmax(ln 1, ln 3) = (¼, ¾)
    float three = (float) Math.log(3);
    var loss = PLAIN.of(scores(2, 2, 0, three, 0, three), new int[] {0, 1});

    assertThat(loss.mean()).isCloseTo((Math.log(4) + Math.log(4 / 3.0)) / 2, within(1e-7));
    assertThat(loss.gradient().toArray())
        .containsExactly(new float[] {-0.375f, 0.375f, 0.125f, -0.125f}, within(1e-7f));
    assertThat(loss.correct()).isEqualTo(1);
  }

  @Test
  void smoothingTakesSomeOfTheTargetForAllClasses() { // t = (0.95, 0.05)
    var loss = PLAIN.withSmoothing(0.1).of(scores(1, 2, 0, 0), new int[] {0});

    assertThat(loss.gradient().toArray())
        .containsExactly(new float[] {-0.45f, 0.45f}, within(1e-7f));
  }

  @Test
  void aClassWeightMultipliesTheLossOfItsItems() {
    var weighted =
        PLAIN.withWeights(List.of(3.0, 1.0)).of(scores(2, 2, 0, 0, 0, 0), new int[] {0, 1});

    assertThat(weighted.mean()).isCloseTo(2 * Math.log(2), within(1e-12));
    assertThat(weighted.gradient().toArray())
        .containsExactly(new float[] {-0.75f, 0.75f, 0.25f, -0.25f}, within(1e-7f));
  }

  @Test
  void theGradientAgreesWithFiniteDifferences() {
    long seed = 8;
    var random = new SplittableRandom(seed);
    var values = new float[3 * 5];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) random.nextDouble(-3, 3);
    }
    int[] labels = {4, 0, 2};
    var entropy = new CrossEntropy(0.2, List.of(1.0, 0.5, 2.0, 0.0, 3.0));
    float[] gradient = entropy.of(scores(3, 5, values), labels).gradient().toArray();

    for (int i = 0; i < values.length; i++) {
      float step = 0.0078125f;
      double above = mean(entropy, values, labels, i, step);
      double below = mean(entropy, values, labels, i, -step);
      assertThat((double) gradient[i])
          .as("seed %d, value %d", seed, i)
          .isCloseTo((above - below) / (2 * step), within(2e-5));
    }
  }

  @Test
  void largeScoresOverflowNothing() {
    var loss = PLAIN.of(scores(1, 2, 10_000, -10_000), new int[] {1});

    assertThat(loss.mean()).isEqualTo(20_000);
    assertThat(loss.gradient().toArray()).containsExactly(1, -1);
  }

  @Test
  void aScoreThatIsNoNumberMakesTheLossNone() {
    assertThat(PLAIN.of(scores(1, 3, 0, Float.NaN, 0), new int[] {0}).mean()).isNaN();
  }

  @Test
  void aLabelThatIsNoClassIsRefused() {
    assertThatThrownBy(() -> PLAIN.of(scores(1, 2, 0, 0), new int[] {2}))
        .hasMessage("a label is class 2, but the network tells 2 classes apart (0 to 1)");
  }

  private static double mean(
      CrossEntropy entropy, float[] values, int[] labels, int index, float step) {
    float[] moved = values.clone();
    moved[index] += step;
    return entropy.of(scores(3, 5, moved), labels).mean();
  }

  private static Tensor scores(int items, int classes, float... values) {
    return Tensor.of(Shape.of(items, classes, 1, 1), values);
  }
}
