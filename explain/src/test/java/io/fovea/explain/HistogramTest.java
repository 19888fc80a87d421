package io.fovea.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.nio.FloatBuffer;
import java.util.List;
import org.junit.jupiter.api.Test;

class HistogramTest {
  @Test
  void valuesAreCountedInBinsOfOneWidth() { // −1 to 0, 0 to 1; 0 begins the second, 1 ends it
    assertThat(Histogram.of(FloatBuffer.wrap(new float[] {-1, 0, 0.5f, 1}), 2))
        .isEqualTo(new Histogram(-1, 1, List.of(1, 3), 0.125, Math.sqrt(2.1875 / 4)));
  }

  @Test
  void valuesAllTheSameLieInTheFirstBin() {
    assertThat(Histogram.of(FloatBuffer.wrap(new float[] {3, 3}), 3))
        .isEqualTo(new Histogram(3, 3, List.of(2, 0, 0), 3, 0));
  }

  @Test
  void whatIsNotFiniteDoesNotCount() {
    var values = FloatBuffer.wrap(new float[] {Float.NaN, 1, Float.POSITIVE_INFINITY});

    assertThat(Histogram.of(values, 1)).isEqualTo(new Histogram(1, 1, List.of(1), 1, 0));
    assertThat(Histogram.of(FloatBuffer.allocate(0), 2))
        .isEqualTo(new Histogram(0, 0, List.of(0, 0), 0, 0));
  }

  @Test
  void theBufferIsLeftAsItWas() {
    var values = FloatBuffer.wrap(new float[] {9, 1, 2, 9}).position(1).limit(3);

    assertThat(Histogram.of(values, 2).greatest()).isEqualTo(2);
    assertThat(values.remaining()).isEqualTo(2);
  }

  @Test
  void theValuesAreNotCopied() { // 4 MB of them
    FloatBuffer values = FloatBuffer.allocate(1 << 20).asReadOnlyBuffer();
    var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadAllocatedBytes();

    Histogram.of(values, 48);

    assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(1 << 20);
  }

  @Test
  void aHistogramHasABin() {
    assertThatThrownBy(() -> Histogram.of(FloatBuffer.allocate(1), 0))
        .isInstanceOf(ExplainException.class)
        .hasMessage("0 bins hold no values; ask for a histogram of 1 at least");
  }
}
