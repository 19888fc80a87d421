package io.fovea.image;

import java.io.ByteArrayOutputStream;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * GIF: the first frame on its canvas (GIF89a specification, W3C). What the frame doesn't cover has
 * the background colour; transparency is dropped, as everywhere here.
 */
final class GifDecoder implements Decoder {
  private static final int EXTENSION = 0x21;
  private static final int FRAME = 0x2c;

  /** A byte of LZW data can stand for this many pixels at the very most. */
  private static final int PIXELS_PER_BYTE = 4096 * 8 / 3;

  private final PixelLimit limit;

  GifDecoder(PixelLimit limit) {
    this.limit = limit;
  }

  @Override
  public Picture decode(byte[] file, ColourProfile profile) {
    var bytes = new FileBytes("GIF", file, ByteOrder.LITTLE_ENDIAN);
    bytes.seek(6);
    int width = bytes.u16();
    int height = bytes.u16();
    limit.check("GIF", height, width);
    int flags = bytes.u8();
    int background = bytes.u8();
    bytes.skip(1);
    byte[] palette = palette(bytes, flags);
    toFirstFrame(bytes);
    var frame = GifFrame.read(bytes);
    if ((frame.flags() & 0x80) != 0) {
      palette = palette(bytes, frame.flags());
    }
    if (palette.length == 0) {
      throw new ImageException(
          "the GIF has no colour table, so its colours are unknown; export it again");
    }
    int canvasHeight = Math.max(height, frame.top() + frame.height());
    int canvasWidth = Math.max(width, frame.left() + frame.width());
    limit.check("GIF", canvasHeight, canvasWidth);
    byte[] numbers = numbers(bytes, frame);
    var canvas = new byte[Math.toIntExact(3L * canvasHeight * canvasWidth)];
    if (!frame.covers(canvasHeight, canvasWidth)) {
      fill(canvas, palette, background);
    }
    frame.paint(numbers, palette, canvas, canvasWidth);
    return Picture.wrap(canvasHeight, canvasWidth, 3, canvas);
  }

  private static byte[] palette(FileBytes bytes, int flags) {
    if ((flags & 0x80) == 0) {
      return new byte[0];
    }
    var palette = new byte[3 * (2 << (flags & 7))];
    for (int at = 0; at < palette.length; at++) {
      palette[at] = (byte) bytes.u8();
    }
    return palette;
  }

  private static void toFirstFrame(FileBytes bytes) {
    int block = bytes.u8();
    while (block == EXTENSION) {
      bytes.skip(1);
      for (int length = bytes.u8(); length > 0; length = bytes.u8()) {
        bytes.skip(length);
      }
      block = bytes.u8();
    }
    if (block != FRAME) {
      throw new ImageException("the GIF holds no picture; export it again");
    }
  }

  private byte[] numbers(FileBytes bytes, GifFrame frame) {
    limit.check("GIF", frame.height(), frame.width());
    int codeSize = bytes.u8();
    var data = new ByteArrayOutputStream();
    boolean ended = false;
    while (!ended && bytes.remaining() > 0) {
      int length = bytes.u8();
      ended = length == 0;
      for (int count = Math.min(length, bytes.remaining()); count > 0; count--) {
        data.write(bytes.u8());
      }
    }
    long pixels = (long) frame.height() * frame.width();
    boolean enough = pixels <= (long) PIXELS_PER_BYTE * data.size();
    var numbers = new byte[enough ? Math.toIntExact(pixels) : 0];
    int found = enough ? new GifLzw(data.toByteArray(), codeSize).decode(numbers) : 0;
    if (!enough || found < pixels) {
      throw new ImageException(
          "the GIF's first picture ends at row %,d of %,d; copy the file again"
              .formatted(found / frame.width() + 1, frame.height()));
    }
    return numbers;
  }

  private static void fill(byte[] canvas, byte[] palette, int background) {
    if (background * 3 + 2 < palette.length) {
      byte[] colour = Arrays.copyOfRange(palette, background * 3, background * 3 + 3);
      for (int at = 0; at < canvas.length; at++) {
        canvas[at] = colour[at % 3];
      }
    }
  }
}
