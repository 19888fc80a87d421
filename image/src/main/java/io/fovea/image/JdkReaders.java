package io.fovea.image;

import javax.imageio.ImageIO;
import javax.imageio.ImageReader;

/** The readers that come with the JDK, whatever plugins are installed beside them. */
final class JdkReaders {
  private JdkReaders() {}

  /**
   * A new reader, for one thread.
   *
   * @param format the JDK's name of the format, as "jpeg"
   */
  static ImageReader create(String format) {
    var readers = ImageIO.getImageReadersByFormatName(format);
    while (readers.hasNext()) {
      ImageReader reader = readers.next();
      if (reader.getClass().getModule() == ImageReader.class.getModule()) {
        return reader;
      }
    }
    throw new ImageException(
        "this Java runtime has no reader for " + format + "; use one with the module java.desktop");
  }
}
