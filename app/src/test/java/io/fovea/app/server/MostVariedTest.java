package io.fovea.app.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.fovea.explain.ChannelStatistics;
import java.util.List;
import org.junit.jupiter.api.Test;

class MostVariedTest {
  private static final ChannelStatistics CONSTANT = new ChannelStatistics(3, 3, 3, 0, 0);
  private static final ChannelStatistics HALVES = new ChannelStatistics(0, 4, 2, 2, 0.5);

  /** Of 100 values one is 300, the others 0. */
  private static final ChannelStatistics LONE =
      new ChannelStatistics(0, 300, 3, Math.sqrt(900 - 9), 0.99);

  @Test
  void aValueThatOutweighsAllOthersMakesNoPicture() {
    assertThat(LONE.deviation()).isGreaterThan(HALVES.deviation());

    assertThat(MostVaried.of(List.of(CONSTANT, LONE, HALVES))).isEqualTo(2);
  }

  @Test
  void ofAlikePicturesTheOneOfGreaterValuesIsFound() {
    var doubled = new ChannelStatistics(0, 8, 4, 4, 0.5);

    assertThat(MostVaried.of(List.of(HALVES, doubled))).isEqualTo(1);
  }

  /**
   * Seen in SqueezeNet's fire5: 92 % are zero, all but the border, to which padding brings zeros.
   */
  @Test
  void aChannelThatIsZeroAllOverButForItsBorderMakesNoPicture() {
    var border = new ChannelStatistics(0, 102.7f, 6.11, 22.2, 0.922);
    var picture = new ChannelStatistics(0, 81.7f, 11.99, 17.3, 0.452);

    assertThat(MostVaried.of(List.of(border, picture))).isEqualTo(1);
  }

  @Test
  void whereNothingVariesItIsTheFirst() {
    assertThat(MostVaried.of(List.of(CONSTANT, CONSTANT))).isZero();
  }
}
