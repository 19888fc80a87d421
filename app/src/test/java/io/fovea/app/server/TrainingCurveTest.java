package io.fovea.app.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.fovea.learn.IterationPoint;
import org.junit.jupiter.api.Test;

class TrainingCurveTest {
  private final TrainingCurve curve = new TrainingCurve();

  @Test
  void aShortTrainingIsKeptAsItIs() {
    add(1, 10);

    assertThat(curve.size()).isEqualTo(10);
    assertThat(curve.from(9))
        .containsExactly(new TrainingCurve.Point(10, 1, 10, 0.5)); // loss is the iteration's number
  }

  @Test
  void ofALongOneEachPointIsAMeanOfTwo() { // 2,001 points become 1,001, then every other counts
    add(1, 2_001);

    assertThat(curve.size()).isEqualTo(1_001);
    assertThat(curve.from(0).get(0)).isEqualTo(new TrainingCurve.Point(2, 1, 1.5, 0.5));
    assertThat(curve.version()).isEqualTo(1);
    add(2_002, 2_003);
    assertThat(curve.from(1_001)).containsExactly(new TrainingCurve.Point(2_003, 1, 2_002.5, 0.5));
  }

  @Test
  void whatIsBehindACheckpointIsForgotten() {
    add(1, 10);
    int before = curve.version();

    curve.cut(4);

    assertThat(curve.size()).isEqualTo(4);
    assertThat(curve.version()).isNotEqualTo(before);
  }

  private void add(int first, int last) {
    for (int i = first; i <= last; i++) {
      curve.add(new IterationPoint(1, i, i, 0.5, 0.1, 8, i));
    }
  }
}
