package io.fovea.image;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Map;

/**
 * The type of the numbers in an NPY file, written there as NumPy's {@code descr}: byte order
 * ({@code <}, {@code >} or {@code |}), kind and bytes a number, as in {@code <f4}.
 *
 * @param order the file's byte order
 * @param bytes how many bytes a number takes
 * @param decoder takes the next number
 */
record NpyType(ByteOrder order, int bytes, Decoder decoder) {
  /** Takes the next number from a buffer. */
  @FunctionalInterface
  interface Decoder {
    float next(ByteBuffer from);
  }

  private static final Map<String, Decoder> DECODERS =
      Map.ofEntries(
          Map.entry("f2", from -> ofHalf(from.getShort())),
          Map.entry("f4", ByteBuffer::getFloat),
          Map.entry("f8", from -> (float) from.getDouble()),
          Map.entry("i1", ByteBuffer::get),
          Map.entry("i2", ByteBuffer::getShort),
          Map.entry("i4", ByteBuffer::getInt),
          Map.entry("i8", ByteBuffer::getLong),
          Map.entry("u1", from -> from.get() & 0xff),
          Map.entry("u2", from -> from.getShort() & 0xffff),
          Map.entry("u4", from -> from.getInt() & 0xffffffffL),
          Map.entry("u8", from -> ofUnsigned(from.getLong())),
          Map.entry("b1", from -> from.get() == 0 ? 0 : 1));

  private static final Map<Character, String> REFUSED =
      Map.of(
          'c', "complex numbers",
          'U', "strings",
          'S', "strings",
          'a', "strings",
          'O', "Python objects",
          'V', "raw bytes",
          'M', "dates",
          'm', "time spans");

  /**
   * The type of a {@code descr}.
   *
   * @throws ImageException if it isn't one of numbers that are read, naming it
   */
  static NpyType parse(String descr) {
    if (descr.startsWith("[")) {
      throw refused("records of several fields", descr);
    }
    var text = descr.replaceFirst("^[<>|=]", "");
    var decoder = DECODERS.get(text);
    if (decoder == null) {
      char kind = text.isEmpty() ? '?' : text.charAt(0);
      throw refused(REFUSED.getOrDefault(kind, "a type that isn't known"), descr);
    }
    var order = descr.startsWith(">") ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
    return new NpyType(order, text.charAt(1) - '0', decoder);
  }

  private static ImageException refused(String what, String descr) {
    return new ImageException(
        "the array holds %s (%s), not numbers; save it with .astype('float32')"
            .formatted(what, descr));
  }

  /** The value of an IEEE 754 binary16 number. */
  static float ofHalf(short bits) {
    int sign = (bits & 0x8000) << 16;
    int exponent = (bits >> 10) & 0x1f;
    int fraction = bits & 0x3ff;
    if (exponent == 0) {
      return Math.copySign(fraction * 0x1p-24f, Float.intBitsToFloat(sign | 0x3f800000));
    }
    int wide = exponent == 0x1f ? 0xff : exponent - 15 + 127;
    return Float.intBitsToFloat(sign | wide << 23 | fraction << 13);
  }

  /** The nearest float32 of an unsigned 64-bit number; the last bit is kept sticky when halving. */
  static float ofUnsigned(long bits) {
    return bits >= 0 ? bits : 2f * (float) (bits >>> 1 | bits & 1);
  }
}
