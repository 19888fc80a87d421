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

  /** bfloat16: the upper half of a float32. */
  static float ofBrain(int bits) {
    return Float.intBitsToFloat(bits << 16);
  }
}
