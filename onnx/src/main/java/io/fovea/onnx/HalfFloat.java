package io.fovea.onnx;

/**
 * The two 16-bit floating point formats, widened to float32; every value of theirs is exact in it.
 */
final class HalfFloat {
  private static final int EXPONENT_REBIAS = 127 - 15;

  private HalfFloat() {}

  /** IEEE 754 binary16: 1 sign, 5 exponent and 10 mantissa bits. */
  static float ofBinary16(int bits) {
    int sign = (bits & 0x8000) << 16;
    int exponent = bits >> 10 & 0x1f;
    int mantissa = bits & 0x3ff;
    if (exponent == 0) {
      float magnitude = mantissa * 0x1p-24f;
      return sign == 0 ? magnitude : -magnitude;
    }
    int widened = exponent == 0x1f ? 0xff : exponent + EXPONENT_REBIAS;
    return Float.intBitsToFloat(sign | widened << 23 | mantissa << 13);
  }

  /** Rounded to the nearest binary16, ties to even; too large ones to infinity. */
  static short toBinary16(float value) {
    int bits = Float.floatToIntBits(value);
    int sign = bits >>> 16 & 0x8000;
    int magnitude = bits & 0x7fffffff;
    if (magnitude > 0x7f800000) { // NaN
      return (short) (sign | 0x7e00);
    }
    if (magnitude < 0x38800000) { // below 2⁻¹⁴: whole multiples of 2⁻²⁴
      return (short) (sign | (int) Math.rint(Math.abs((double) value) * 0x1p24));
    }
    int rounded = magnitude + 0xfff + (magnitude >>> 13 & 1); // half of the last place, less a tie
    int half = (rounded >>> 13) - (EXPONENT_REBIAS << 10);
    return (short) (sign | Math.min(half, 0x7c00));
  }

  /** bfloat16: the upper half of a float32. */
  static float ofBrain(int bits) {
    return Float.intBitsToFloat(bits << 16);
  }
}
