package io.fovea.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GrainTest {
  @Test
  void aPlaceAlwaysHasTheSameNumber() {
    assertThat(Grain.at(3, 4, 5)).isEqualTo(Grain.at(3, 4, 5)).isNotEqualTo(Grain.at(4, 3, 5));
  }

  @Test
  void numbersAreSpreadEvenly() { // of 10,000: mean 1/2 and variance 1/12, within 4 deviations
    var numbers =
        IntStream.range(0, 10_000).mapToDouble(i -> Grain.at(i % 100, i / 100, 1)).toArray();
    double mean = IntStream.range(0, 10_000).mapToDouble(i -> numbers[i]).average().orElseThrow();
    double variance =
        IntStream.range(0, 10_000)
            .mapToDouble(i -> (numbers[i] - mean) * (numbers[i] - mean))
            .average()
            .orElseThrow();

    assertThat(mean).isEqualTo(0.5, within(0.012));
    assertThat(variance).isEqualTo(1 / 12.0, within(0.003));
  }

  @Test
  void softNoiseGoesThroughTheNumbersOfWholePlaces() {
    assertThat(Grain.soft(3, 4, 5)).isEqualTo(Grain.at(3, 4, 5));
    assertThat(Grain.soft(-3, -4, 5)).isEqualTo(Grain.at(-3, -4, 5));
  }

  @Test
  void softNoiseIsTheMeanHalfWayBetween() {
    double mean = (Grain.at(3, 4, 5) + Grain.at(4, 4, 5)) / 2;

    assertThat(Grain.soft(3.5, 4, 5)).isEqualTo(mean, within(1e-12));
  }
}
