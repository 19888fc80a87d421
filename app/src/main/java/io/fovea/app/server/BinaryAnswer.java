package io.fovea.app.server;

import com.grack.nanojson.JsonWriter;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;

/**
 * An answer of many numbers: a head that describes them, and they themselves.
 *
 * <p>The length of the head in bytes (32 bits, little-endian), the head (JSON in UTF-8, filled up
 * with spaces so that the body begins at a multiple of 4), the body: 8-bit gray pictures or 32-bit
 * floats, little-endian.
 */
final class BinaryAnswer {
  private static final int ALIGNMENT = Float.BYTES;

  private BinaryAnswer() {}

  /** With 8-bit numbers. */
  static byte[] of(Map<String, Object> head, byte[] body) {
    byte[] bytes = framed(head, body.length);
    System.arraycopy(body, 0, bytes, bytes.length - body.length, body.length);
    return bytes;
  }

  /** With 32-bit floats. */
  static byte[] of(Map<String, Object> head, float[] body) {
    byte[] bytes = framed(head, body.length * Float.BYTES);
    int start = bytes.length - body.length * Float.BYTES;
    ByteBuffer.wrap(bytes, start, bytes.length - start)
        .order(ByteOrder.LITTLE_ENDIAN)
        .asFloatBuffer()
        .put(body);
    return bytes;
  }

  private static byte[] framed(Map<String, Object> head, int bodyLength) {
    byte[] text = JsonWriter.string(head).getBytes(StandardCharsets.UTF_8);
    int length = (text.length + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
    var bytes = new byte[Integer.BYTES + length + bodyLength];
    ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putInt(length);
    System.arraycopy(text, 0, bytes, Integer.BYTES, text.length);
    Arrays.fill(bytes, Integer.BYTES + text.length, Integer.BYTES + length, (byte) ' ');
    return bytes;
  }
}
