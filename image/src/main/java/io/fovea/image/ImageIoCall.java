package io.fovea.image;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;

/** One picture read by a reader of Java's Image I/O, whose failures become sentences. */
final class ImageIoCall {
  private ImageIoCall() {}

  /**
   * The first picture, after its size was held against the limit.
   *
   * @param format what errors call the file, as in "the TIFF"
   * @throws ImageException if the reader fails or warns
   */
  static BufferedImage read(String format, ImageReader reader, byte[] file) {
    var warnings = new ArrayList<String>();
    try (var input = new MemoryCacheImageInputStream(new ByteArrayInputStream(file))) {
      reader.setInput(input, false, true);
      PixelLimit.check(format, reader.getHeight(0), reader.getWidth(0));
      reader.addIIOReadWarningListener((source, warning) -> warnings.add(warning));
      BufferedImage image = reader.read(0);
      if (!warnings.isEmpty()) {
        throw unreadable(format, warnings.get(0));
      }
      return image;
    } catch (ImageException known) {
      throw known;
    } catch (IOException | RuntimeException broken) {
      throw unreadable(format, broken.getMessage() == null ? "no reason" : broken.getMessage());
    } finally {
      reader.dispose();
    }
  }

  private static ImageException unreadable(String format, String reason) {
    return new ImageException(
        "the %s is damaged or of a kind that isn't read (%s); copy the file again or save it as PNG"
            .formatted(format, reason));
  }
}
