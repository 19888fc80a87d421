package io.fovea.learn;

import static org.assertj.core.api.Assertions.assertThat;

import io.fovea.engine.BatchStatistics;
import io.fovea.network.BatchNormalization;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class RunningStatisticsTest {
  @Test
  void aTenthOfTheBatchsMeanAndUnbiasedVarianceIsTakenIn() { // 3 · 4/3 = 4
    var layer = (BatchNormalization) Patterns.network(1).layer("norm1"); // mean 0, variance 1
    var statistics = new RunningStatistics(layer);

    statistics.add(new BatchStatistics(filled(5), filled(3), 4));

    assertThat(statistics.mean()).containsOnly(0.5f);
    assertThat(statistics.variance()).containsOnly(1.3f);
  }

  private static float[] filled(float value) {
    var values = new float[8];
    Arrays.fill(values, value);
    return values;
  }
}
