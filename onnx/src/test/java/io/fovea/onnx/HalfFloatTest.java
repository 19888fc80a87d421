package io.fovea.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
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
  @CsvSource({
    "1, 3c00",
    "-2, c000",
    "0.1, 2e66",
    "65504, 7bff",
    "65519, 7bff",
    "65520, 7c00",
    "-1e30, fc00",
    "Infinity, 7c00",
    "NaN, 7e00",
    "-0.0, 8000",
    "6.103515625e-5, 0400",
    "6.1e-5, 03ff",
    "5.9604645e-8, 0001",
    "3e-8, 0001",
    "2.9e-8, 0000",
    "6.1035e-5, 0400",
    "1.00048828125, 3c00",
    "1.00146484375, 3c02",
    "1.0005, 3c01"
  })
  void toBinary16RoundsToTheNearestAndTiesToEven(float value, String bits) {
    assertThat(HalfFloat.toBinary16(value) & 0xffff).isEqualTo(Integer.parseInt(bits, 16));
  }

  @Test
  void everyBinary16ComesBack() {
    for (int bits = 0; bits < 0x10000; bits++) {
      float value = HalfFloat.ofBinary16(bits);
      if (!Float.isNaN(value)) {
        assertThat(HalfFloat.toBinary16(value) & 0xffff).isEqualTo(bits);
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"3f80, 1", "c000, -2", "7f80, Infinity", "4049, 3.140625"})
  void bfloat16IsTheUpperHalfOfFloat32(String bits, float value) {
    assertThat(HalfFloat.ofBrain(Integer.parseInt(bits, 16))).isEqualTo(value);
  }
}
