package io.fovea.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class InitializerTest {
  @Test
  void glorotIsUniformBetweenItsEnds() { // √(6 / (3·3·3 + 64·3·3)) = √(6 / 603) = 0.09975
    double end = Math.sqrt(6 / 603.);
    var values = values(Initializer.GLOROT, 64, 3, 3, 3);

    assertThat(values.max().orElseThrow()).isBetween(.98 * end, end);
    assertThat(values(Initializer.GLOROT, 64, 3, 3, 3).min().orElseThrow())
        .isBetween(-end, -.98 * end);
    assertThat(deviation(Initializer.GLOROT, 64, 3, 3, 3)).isCloseTo(end / Math.sqrt(3), near(.05));
  }

  @Test
  void heHasADeviationOfItsFanIn() { // √(2 / (16·3·3)) = 0.1179
    assertThat(deviation(Initializer.HE, 64, 16, 3, 3)).isCloseTo(.1179, near(.03));
    assertThat(values(Initializer.HE, 64, 16, 3, 3).average().orElseThrow())
        .isCloseTo(0, within(.005));
  }

  @Test
  void fansOfAFullyConnectedLayerAreItsInputsAndOutputs() {
    assertThat(deviation(Initializer.HE, 50, 200)).isCloseTo(.1, near(.03)); // √(2 / 200)
    assertThat(deviation(Initializer.GLOROT, 50, 100)) // √(6 / 150) / √3 = 0.1155
        .isCloseTo(.1155, near(.03));
  }

  @Test
  void narrowNormalIsTheSameForEveryFan() {
    assertThat(deviation(Initializer.NARROW_NORMAL, 10_000)).isCloseTo(.01, near(.03));
  }

  @Test
  void zerosAndOnesAreJustThat() {
    assertThat(values(Initializer.ZEROS, 3)).containsExactly(0., 0., 0.);
    assertThat(values(Initializer.ONES, 3)).containsExactly(1., 1., 1.);
  }

  @Test
  void theSameSeedGivesTheSameValues() {
    Parameter first = Initializer.HE.create("Weights", new SplittableRandom(7), 2, 3);

    assertThat(Initializer.HE.create("Weights", new SplittableRandom(7), 2, 3)).isEqualTo(first);
    assertThat(Initializer.HE.create("Weights", new SplittableRandom(8), 2, 3)).isNotEqualTo(first);
  }

  @Test
  void aBiasHasNoFans() {
    assertThatThrownBy(() -> values(Initializer.GLOROT, 64))
        .isInstanceOf(NetworkException.class)
        .hasMessage("p: GLOROT is for weights of 2 or 4 dimensions, not [64]; take ZEROS or ONES");
  }

  @Test
  void dimensionsMustBeThereAndFit() {
    assertThatThrownBy(() -> values(Initializer.ZEROS, 2, 0))
        .isInstanceOf(NetworkException.class)
        .hasMessage("p: a dimension is 0, not at least 1");
    assertThatThrownBy(() -> values(Initializer.ZEROS, 65_536, 65_536))
        .isInstanceOf(NetworkException.class)
        .hasMessage("p: [65536, 65536] are more values than one array can hold");
  }

  private static DoubleStream values(Initializer initializer, int... dimensions) {
    float[] values = initializer.create("p", new SplittableRandom(1), dimensions).toArray();
    return IntStream.range(0, values.length).mapToDouble(i -> values[i]);
  }

  private static double deviation(Initializer initializer, int... dimensions) {
    return Math.sqrt(values(initializer, dimensions).map(x -> x * x).average().orElseThrow());
  }

  private static org.assertj.core.data.Percentage near(double fraction) {
    return org.assertj.core.data.Percentage.withPercentage(100 * fraction);
  }
}
