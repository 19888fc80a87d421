package io.fovea.image;

import java.io.ByteArrayOutputStream;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * PNG (ISO/IEC 15948), decoded here rather than by the JDK's reader: that one inflates every text
 * chunk, checks no checksum, and has to be found among all plugins first.
 *
 * <p>16-bit samples become 8-bit ones rounded to the nearest; alpha is dropped, as Pillow's {@code
 * convert("RGB")} does; of an animated PNG the still picture is read.
 */
final class PngDecoder implements Decoder {
  private final PixelLimit limit;

  PngDecoder(PixelLimit limit) {
    this.limit = limit;
  }

  @Override
  public Picture decode(byte[] file, ColourProfile profile) {
    PngChunks chunks = PngChunks.of(file, limit);
    PngHeader header = chunks.header();
    if (header.colourType() == PngHeader.PALETTE && chunks.palette().length < 3) {
      throw new ImageException(
          "the PNG's pixels are numbers of colours, but it has no palette; export it again");
    }
    byte[] samples;
    try (var rows = new PngRows(file, chunks)) {
      samples = rows.read();
    }
    var picture = Picture.wrap(header.height(), header.width(), header.channels(), samples);
    if (profile == ColourProfile.APPLY && chunks.profile().isPresent()) {
      picture =
          IccProfile.of("PNG", inflated(chunks.profile().get()))
              .toSrgb(picture.height(), picture.width(), picture.channels(), picture.samples());
    }
    return chunks.exif().map(Exif::orientation).orElse(Orientation.UPRIGHT).upright(picture);
  }

  /** A profile behind its name; of one that inflates to more than 16 MiB nothing is left. */
  private static byte[] inflated(byte[] chunk) {
    int name = 0;
    while (name < chunk.length && chunk[name] != 0) {
      name++;
    }
    int start = Math.min(chunk.length, name + 2);
    var whole = new ByteArrayOutputStream();
    var piece = new byte[1 << 16];
    var inflater = new Inflater();
    try {
      inflater.setInput(chunk, start, chunk.length - start);
      int count = inflater.inflate(piece);
      while (count > 0 && whole.size() < 1 << 24) {
        whole.write(piece, 0, count);
        count = inflater.inflate(piece);
      }
      return whole.size() < 1 << 24 ? whole.toByteArray() : new byte[0];
    } catch (DataFormatException broken) {
      return new byte[0];
    } finally {
      inflater.end();
    }
  }
}
