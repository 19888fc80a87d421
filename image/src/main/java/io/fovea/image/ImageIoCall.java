package io.fovea.image;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.util.ArrayList;
import javax.imageio.IIOException;
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
  static BufferedImage read(String format, ImageReader reader, byte[] file, PixelLimit limit) {
    var warnings = new ArrayList<String>();
    try (var input = new MemoryCacheImageInputStream(new ByteArrayInputStream(file))) {
      reader.setInput(input, false, true);
      limit.check(format, reader.getHeight(0), reader.getWidth(0));
      reader.addIIOReadWarningListener((source, warning) -> warnings.add(warning));
      BufferedImage image = reader.read(0);
      for (String warning : warnings) {
        if (!harmless(warning)) {
          throw unreadable(format, warning);
        }
      }
      return image;
    } catch (ImageException known) {
      throw known;
    } catch (EOFException cut) {
      throw unreadable(format, "its data ends too early");
    } catch (IIOException broken) {
      throw unreadable(format, String.valueOf(broken.getMessage()));
    } catch (IOException | RuntimeException broken) {
      throw unreadable(format, "its parts contradict each other");
    } finally {
      reader.dispose();
    }
  }

  /** Colour profiles are judged where they are applied, and what is passed over isn't needed. */
  private static boolean harmless(String warning) {
    return warning.contains("profile") || warning.startsWith("Ignoring");
  }

  private static ImageException unreadable(String format, String reason) {
    String printable = reason.replaceAll("[^\\x20-\\x7e]", "?");
    return new ImageException(
        "the %s is damaged or of a kind that isn't read (%s); copy the file again or save it as PNG"
            .formatted(format, printable));
  }
}
