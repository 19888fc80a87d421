package io.fovea.image;

import com.twelvemonkeys.imageio.plugins.webp.WebPImageReaderSpi;
import java.nio.ByteOrder;
import java.util.Arrays;

/** WebP: the container is gone through here, TwelveMonkeys' reader decodes. */
final class WebpDecoder implements Decoder {
  private final PixelLimit limit;

  WebpDecoder(PixelLimit limit) {
    this.limit = limit;
  }

  @Override
  public Picture decode(byte[] file, ColourProfile profile) {
    Orientation orientation = container(file);
    var reader = new WebPImageReaderSpi().createReaderInstance(null);
    var image = ImageIoCall.read("WebP", reader, file, limit);
    return orientation.upright(Samples.of("WebP", image, profile));
  }

  /** Checks that the file is whole, and finds its EXIF orientation. */
  private static Orientation container(byte[] file) {
    var bytes = new FileBytes("WebP", file, ByteOrder.LITTLE_ENDIAN);
    bytes.seek(4);
    long end = bytes.u32() + 8;
    if (end > file.length) {
      throw new ImageException(
          "the WebP ends after %,d of %,d bytes; copy the file again".formatted(file.length, end));
    }
    bytes.seek(12);
    var orientation = Orientation.UPRIGHT;
    while (bytes.position() + 8 <= end) {
      String type = bytes.tag();
      long length = bytes.u32();
      int from = bytes.position();
      if (from + length > end) {
        throw new ImageException(
            "the WebP's part %s ends behind the file; copy the file again".formatted(type.strip()));
      }
      if (type.equals("ANIM")) {
        throw new ImageException("animated WebP isn't read; save one frame as PNG");
      }
      if (type.equals("EXIF")) {
        orientation = Exif.orientation(exif(file, from, (int) (from + length)));
      }
      bytes.seek(Math.min(file.length, from + length + length % 2));
    }
    return orientation;
  }

  /** EXIF data; some writers put the name in front that JPEG needs. */
  private static byte[] exif(byte[] file, int from, int to) {
    int name = JpegParser.latin(file, from, Math.min(to, from + 6)).equals("Exif\0\0") ? 6 : 0;
    return Arrays.copyOfRange(file, from + name, to);
  }
}
