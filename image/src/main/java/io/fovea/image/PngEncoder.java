package io.fovea.image;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;

/** Writes a picture as a PNG of 8 bits, gray or RGB, every row filtered with the one above. */
final class PngEncoder {
  private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
  private static final int UP = 2;

  private PngEncoder() {}

  /**
   * Writes the whole file.
   *
   * @throws IOException if the stream does
   */
  static void write(Picture picture, OutputStream out) throws IOException {
    var data = new DataOutputStream(out);
    data.write(SIGNATURE);
    byte colourType = (byte) (picture.channels() == 1 ? 0 : 2);
    var header = ByteBuffer.allocate(13).putInt(picture.width()).putInt(picture.height());
    header.put((byte) 8).put(colourType);
    chunk(data, "IHDR", header.array());
    var rows = new ByteArrayOutputStream();
    try (var deflater = new DeflaterOutputStream(rows)) {
      rows(picture, deflater);
    }
    byte[] deflated = rows.toByteArray();
    chunk(data, "IDAT", deflated);
    chunk(data, "IEND", new byte[0]);
    data.flush();
  }

  private static void rows(Picture picture, OutputStream out) throws IOException {
    byte[] samples = picture.samples();
    int length = picture.width() * picture.channels();
    var line = new byte[1 + length];
    line[0] = UP;
    for (int row = 0; row < picture.height(); row++) {
      int from = row * length;
      for (int at = 0; at < length; at++) {
        int above = row == 0 ? 0 : samples[from - length + at];
        line[1 + at] = (byte) (samples[from + at] - above);
      }
      out.write(line);
    }
  }

  private static void chunk(DataOutputStream out, String type, byte[] content) throws IOException {
    byte[] name = type.getBytes(StandardCharsets.US_ASCII);
    var checksum = new CRC32();
    checksum.update(name);
    checksum.update(content);
    out.writeInt(content.length);
    out.write(name);
    out.write(content);
    out.writeInt((int) checksum.getValue());
  }
}
