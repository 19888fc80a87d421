package io.fovea.image;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;

/** Writes NPY files byte by byte. */
final class NpyFiles {
  private NpyFiles() {}

  /**
   * A file of a header and numbers.
   *
   * @param hex the bytes of the numbers, in hexadecimal, with or without spaces
   */
  static Path write(Path file, int version, String header, String hex) throws IOException {
    var data = HexFormat.of().parseHex(hex.replace(" ", ""));
    var text = header.getBytes(StandardCharsets.UTF_8);
    var bytes = ByteBuffer.allocate(12 + text.length + data.length).order(ByteOrder.LITTLE_ENDIAN);
    bytes.put((byte) 0x93).put("NUMPY".getBytes(StandardCharsets.US_ASCII));
    bytes.put((byte) version).put((byte) 0);
    if (version == 1) {
      bytes.putShort((short) text.length);
    } else {
      bytes.putInt(text.length);
    }
    bytes.put(text).put(data).flip();
    var content = new byte[bytes.remaining()];
    bytes.get(content);
    return Files.write(file, content);
  }
}
