package io.fovea.learn;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Texts and arrays in a checkpoint: their length, then their bytes, big endian. */
final class CheckpointStream {
  /** Bytes copied at once. */
  private static final int CHUNK = 1 << 16;

  private CheckpointStream() {}

  static void writeText(DataOutputStream out, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  /** No more memory is taken than there are bytes, whatever length is written. */
  static String readText(DataInputStream in) throws IOException {
    int length = in.readInt();
    byte[] bytes = in.readNBytes(Math.max(0, length));
    if (bytes.length != length) {
      throw new IOException("a text is not whole");
    }
    return new String(bytes, StandardCharsets.UTF_8);
  }

  static void writeFloats(DataOutputStream out, float[] values) throws IOException {
    out.writeInt(values.length);
    var chunk = ByteBuffer.allocate(CHUNK);
    for (int from = 0; from < values.length; from += CHUNK / Float.BYTES) {
      int count = Math.min(CHUNK / Float.BYTES, values.length - from);
      chunk.clear().asFloatBuffer().put(values, from, count);
      out.write(chunk.array(), 0, count * Float.BYTES);
    }
  }

  /** Reads into an array that is as long as what was written. */
  static void readFloats(DataInputStream in, float[] target) throws IOException {
    int length = in.readInt();
    if (length != target.length) {
      throw new IOException(
          "an array of " + length + " values stands where " + target.length + " belong");
    }
    var chunk = ByteBuffer.allocate(CHUNK);
    for (int from = 0; from < length; from += CHUNK / Float.BYTES) {
      int count = Math.min(CHUNK / Float.BYTES, length - from);
      in.readFully(chunk.array(), 0, count * Float.BYTES);
      chunk.clear().asFloatBuffer().get(target, from, count);
    }
  }
}
