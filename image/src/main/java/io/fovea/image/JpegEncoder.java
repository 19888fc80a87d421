package io.fovea.image;

import java.io.IOException;
import java.io.OutputStream;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Writes pictures as JPEG with the JDK's own writer. */
final class JpegEncoder {
  /** What the eye can't tell from the picture at its own size, in a third of a PNG's bytes. */
  private static final float QUALITY = 0.92f;

  private JpegEncoder() {}

  /** Writes a whole JPEG file; the stream stays open. */
  static void write(Picture picture, OutputStream out) throws IOException {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    try (var stream = new MemoryCacheImageOutputStream(out)) {
      ImageWriteParam how = writer.getDefaultWriteParam();
      how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      how.setCompressionQuality(QUALITY);
      writer.setOutput(stream);
      writer.write(null, new IIOImage(picture.toBufferedImage(), null, null), how);
    } finally {
      writer.dispose();
    }
  }
}
