package io.fovea.image;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/**
 * Writes pictures as PNG (ISO/IEC 15948): 8 bits a sample, gray or RGB, not interlaced. Each line
 * is filtered by what makes its differences least. The same picture gives the same bytes.
 */
final class PngEncoder {
  private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
  private static final int GRAY = 0;
  private static final int RGB = 2;
  private static final int NO_FILTER = 0;
  private static final int LEFT_FILTER = 1;
  private static final int ABOVE_FILTER = 2;

  /** Smaller files cost several times the time: 3 is where a montage still takes milliseconds. */
  private static final int LEVEL = 3;

  private PngEncoder() {}

  /** Writes a whole PNG file; the stream stays open. */
  static void write(Picture picture, OutputStream out) throws IOException {
    var data = new DataOutputStream(out);
    data.write(SIGNATURE);
    chunk(data, "IHDR", header(picture), 13);
    writePixels(picture, data);
    chunk(data, "IEND", new byte[0], 0);
    data.flush();
  }

  private static byte[] header(Picture picture) {
    int width = picture.width();
    int height = picture.height();
    return new byte[] {
      (byte) (width >> 24),
      (byte) (width >> 16),
      (byte) (width >> 8),
      (byte) width,
      (byte) (height >> 24),
      (byte) (height >> 16),
      (byte) (height >> 8),
      (byte) height,
      8,
      (byte) (picture.channels() == 1 ? GRAY : RGB),
      0,
      0,
      0
    };
  }

  private static void writePixels(Picture picture, DataOutputStream data) throws IOException {
    var samples = picture.samples();
    int line = picture.width() * picture.channels();
    var filtered = new byte[3][line + 1];
    var packed = new byte[1 << 16];
    var deflater = new Deflater(LEVEL);
    try {
      for (int row = 0; row < picture.height(); row++) {
        var best = filter(samples, row * line, row == 0, picture.channels(), filtered);
        deflater.setInput(best);
        while (!deflater.needsInput()) {
          deflate(deflater, packed, data);
        }
      }
      deflater.finish();
      while (!deflater.finished()) {
        deflate(deflater, packed, data);
      }
    } finally {
      deflater.end();
    }
  }

  private static void deflate(Deflater deflater, byte[] packed, DataOutputStream data)
      throws IOException {
    int count = deflater.deflate(packed);
    if (count > 0) {
      chunk(data, "IDAT", packed, count);
    }
  }

  /**
   * One line in three ways, each with its filter in front; gives the one with least differences.
   */
  private static byte[] filter(
      byte[] samples, int start, boolean first, int channels, byte[][] ways) {
    int line = ways[0].length - 1;
    ways[LEFT_FILTER][0] = LEFT_FILTER;
    ways[ABOVE_FILTER][0] = ABOVE_FILTER;
    System.arraycopy(samples, start, ways[NO_FILTER], 1, line);
    long plainSum = 0;
    long leftSum = 0;
    long aboveSum = 0;
    for (int i = 0; i < line; i++) {
      byte sample = samples[start + i];
      byte left = (byte) (sample - (i < channels ? 0 : samples[start + i - channels]));
      byte above = (byte) (sample - (first ? 0 : samples[start + i - line]));
      ways[LEFT_FILTER][i + 1] = left;
      ways[ABOVE_FILTER][i + 1] = above;
      plainSum += Math.abs(sample);
      leftSum += Math.abs(left);
      aboveSum += Math.abs(above);
    }
    if (plainSum <= leftSum && plainSum <= aboveSum) {
      return ways[NO_FILTER];
    }
    return leftSum <= aboveSum ? ways[LEFT_FILTER] : ways[ABOVE_FILTER];
  }

  private static void chunk(DataOutputStream data, String type, byte[] content, int length)
      throws IOException {
    var name = type.getBytes(StandardCharsets.US_ASCII);
    var check = new CRC32();
    check.update(name);
    check.update(content, 0, length);
    data.writeInt(length);
    data.write(name);
    data.write(content, 0, length);
    data.writeInt((int) check.getValue());
  }
}
