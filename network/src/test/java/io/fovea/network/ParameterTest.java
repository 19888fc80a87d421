package io.fovea.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.FloatBuffer;
import org.junit.jupiter.api.Test;

class ParameterTest {
  private static final Parameter WEIGHTS =
      Parameter.of("Weights", new float[] {1, 2, 3, 4, 5, 6}, 1, 1, 2, 3);

  @Test
  void peopleReadHeightWidthChannelsFilters() {
    assertThat(Params.zeros("Weights", 64, 3, 5, 7)).hasToString("Weights 5×7×3×64");
    assertThat(Params.zeros("Bias", 64)).hasToString("Bias 1×1×64");
    assertThat(Params.zeros("Weights", 10, 512)).hasToString("Weights 10×512");
  }

  @Test
  void dimensionsAreInMemorysOrder() {
    assertThat(WEIGHTS.dimensions()).containsExactly(1, 1, 2, 3);
    assertThat(WEIGHTS.dimension(3)).isEqualTo(3);
    assertThat(WEIGHTS.count()).isEqualTo(6);
  }

  @Test
  void equalContentIsEqual() {
    var same = Parameter.wrap("Weights", FloatBuffer.wrap(WEIGHTS.toArray()), 1, 1, 2, 3);

    assertThat(same).isEqualTo(WEIGHTS).hasSameHashCodeAs(WEIGHTS);
    assertThat(Parameter.of("Bias", new float[] {1}, 1))
        .isNotEqualTo(Parameter.of("Bias", new float[] {2}, 1))
        .isNotEqualTo(Parameter.of("Scale", new float[] {1}, 1))
        .isNotEqualTo(Parameter.of("Bias", new float[] {1}, 1, 1));
  }

  @Test
  void valuesCannotBeChangedFromOutside() {
    float[] values = {1};
    var parameter = Parameter.of("Bias", values, 1);
    values[0] = 2;
    parameter.toArray()[0] = 3;

    assertThat(parameter.values().get(0)).isEqualTo(1);
    assertThat(parameter.values().isReadOnly()).isTrue();
  }

  @Test
  void oneReadersPositionIsNotAnothers() {
    WEIGHTS.values().get();

    assertThat(WEIGHTS.values().get()).isEqualTo(1);
    assertThat(WEIGHTS.count()).isEqualTo(6);
  }

  @Test
  void aBufferIsTakenFromItsPositionToItsLimit() {
    var buffer = FloatBuffer.wrap(new float[] {0, 1, 2, 3}).position(1).limit(3);

    assertThat(Parameter.wrap("Bias", buffer, 2).toArray()).containsExactly(1, 2);
  }

  @Test
  void tooFewValuesAreRefused() {
    assertThatThrownBy(() -> Parameter.of("Weights", new float[5], 2, 3))
        .isInstanceOf(NetworkException.class)
        .hasMessage("Weights: 2×3 is 6 values, but 5 are given");
  }

  @Test
  void dimensionsThatOverflowAreRefused() { // 2⁶⁴, which is 0 as a long
    assertThatThrownBy(() -> Parameter.of("Weights", new float[0], 65536, 65536, 65536, 65536))
        .isInstanceOf(NetworkException.class)
        .hasMessage(
            "Weights: 65536×65536×65536×65536 is 18446744073709551616 values, but 0 are given");
  }

  @Test
  void aDimensionOfNothingIsRefused() {
    assertThatThrownBy(() -> Parameter.of("Bias", new float[0], 0))
        .isInstanceOf(NetworkException.class)
        .hasMessage("Bias: a dimension is 0, not at least 1");
  }
}
