package io.fovea.image;

import java.awt.image.BufferedImage;
import java.nio.ByteOrder;

/** BMP: the header is checked here, the JDK's reader decodes. */
final class BmpDecoder implements Decoder {
  private static final int OS2_HEADER = 12;
  private static final int BIT_FIELDS = 3;

  private final PixelLimit limit;

  BmpDecoder(PixelLimit limit) {
    this.limit = limit;
  }

  @Override
  public Picture decode(byte[] file, ColourProfile profile) {
    check(file);
    BufferedImage image = ImageIoCall.read("BMP", JdkReaders.create("bmp"), file, limit);
    return Samples.of("BMP", image, profile);
  }

  private void check(byte[] file) {
    var bytes = new FileBytes("BMP", file, ByteOrder.LITTLE_ENDIAN);
    bytes.seek(10);
    long pixels = bytes.u32();
    long headerSize = bytes.u32();
    boolean old = headerSize == OS2_HEADER;
    long width = old ? bytes.u16() : bytes.s32();
    long height = Math.abs((long) (old ? bytes.u16() : bytes.s32()));
    limit.check("BMP", height, width);
    bytes.skip(2);
    int depth = bytes.u16();
    int compression = old ? 0 : bytes.s32();
    boolean deep = depth == 1 || depth == 4 || depth == 8 || depth == 16 || depth == 24;
    if (!deep && depth != 32) {
      throw new ImageException(
          "the BMP claims %,d bits a pixel, but 1, 4, 8, 16, 24 or 32 are read; save it as PNG"
              .formatted(depth));
    }
    if (compression < 0 || compression > BIT_FIELDS) {
      throw new ImageException(
          "the BMP is compressed in a way that isn't read (method %d); save it as PNG"
              .formatted(compression));
    }
    long rowBytes = (width * depth + 31) / 32 * 4;
    boolean plain = compression == 0 || compression == BIT_FIELDS;
    if (pixels > file.length || plain && pixels + rowBytes * height > file.length) {
      throw new ImageException(
          "the BMP ends after %,d of %,d bytes; copy the file again"
              .formatted(file.length, plain ? pixels + rowBytes * height : pixels));
    }
  }
}
