package io.fovea.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HalfFloatTest {
  @ParameterizedTest
  @CsvSource({
    "3c00, 1", "c000, -2", "3555, 0.333251953125", "7bff, 65504", "0400, 6.103515625e-5",
    "0001, 5.9604645e-8", "8000, -0.0", "7c00, Infinity", "fc00, -Infinity", "7e00, NaN"
  })
  void binary16HasFiveExponentBits(String bits, float value) {
    assertThat(Float.valueOf(HalfFloat.ofBinary16(Integer.parseInt(bits, 16))))
        .isEqualTo(Float.valueOf(value));
  }

  @ParameterizedTest
  @CsvSource({"3f80, 1", "c000, -2", "7f80, Infinity", "4049, 3.140625"})
  void bfloat16IsTheUpperHalfOfFloat32(String bits, float value) {
    assertThat(HalfFloat.ofBrain(Integer.parseInt(bits, 16))).isEqualTo(value);
  }
}
