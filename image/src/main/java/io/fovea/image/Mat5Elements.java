package io.fovea.image;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Looks at the outermost elements of a MATLAB file of version 5 to 7 before they are read: each
 * must lie inside the file, and a compressed one must inflate to its end with the right checksum
 * (what reads the variables stops before it).
 */
final class Mat5Elements {
  private static final int HEADER_BYTES = 128;
  private static final int COMPRESSED = 15;

  private Mat5Elements() {}

  static void check(byte[] bytes) {
    boolean little = bytes[HEADER_BYTES - 2] == 'I';
    var file =
        ByteBuffer.wrap(bytes).order(little ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
    file.position(HEADER_BYTES);
    while (file.remaining() >= 8) {
      int type = file.getInt();
      long size = file.getInt() & 0xffffffffL;
      if (size > file.remaining()) {
        throw new ImageException(
            "a variable claims %,d bytes, but the file has only %,d left; copy it again"
                .formatted(size, file.remaining()));
      }
      if (type == COMPRESSED) {
        inflate(bytes, file.position(), (int) size);
      }
      file.position(file.position() + (int) size);
    }
  }

  private static void inflate(byte[] bytes, int start, int size) {
    var inflater = new Inflater();
    var sink = new byte[1 << 16];
    try {
      inflater.setInput(bytes, start, size);
      while (!inflater.finished()) {
        if (inflater.inflate(sink) == 0 && !inflater.finished()) {
          throw new DataFormatException("the compressed data ends too early");
        }
      }
    } catch (DataFormatException e) {
      throw new ImageException(
          "a compressed variable is damaged (%s); copy or save the file again"
              .formatted(e.getMessage()),
          e);
    } finally {
      inflater.end();
    }
  }
}
