package io.fovea.app.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.fovea.explain.ChannelStatistics;
import java.util.List;
import org.junit.jupiter.api.Test;

class MostVariedTest {
  private static final ChannelStatistics CONSTANT = new ChannelStatistics(3, 3, 3, 0, 0);
  private static final ChannelStatistics HALVES = halves(4);

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
    var doubled = halves(8);

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

  @Test
  void ofTwoSidesThePlaceIsFoundThatShowsOnBoth() {
    List<ChannelStatistics> one = List.of(HALVES, halves(2));
    List<ChannelStatistics> other = List.of(CONSTANT, halves(2));

    assertThat(MostVaried.ofBoth(one, other)).hasValue(1);
  }

  @Test
  void aSideOfSmallValuesDoesNotAloneSayWhatIsFound() { // halves of 0 and s
    List<ChannelStatistics> great = List.of(halves(100), halves(60), halves(10));
    List<ChannelStatistics> small = List.of(halves(0.1f), halves(0.9f), halves(1));

    assertThat(MostVaried.ofBoth(great, small)).hasValue(1);
  }

  @Test
  void wherePlacesShowOnOneSideOnlyThereIsNone() {
    assertThat(MostVaried.ofBoth(List.of(HALVES, CONSTANT), List.of(CONSTANT, HALVES))).isEmpty();
    assertThat(MostVaried.ofBoth(List.of(HALVES), List.of(CONSTANT))).isEmpty();
  }

  /** Half of the values are 0, half are this. */
  private static ChannelStatistics halves(float value) {
    return new ChannelStatistics(0, value, value / 2, value / 2, 0.5);
  }
}
