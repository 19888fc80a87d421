package io.fovea.image;

import java.util.Optional;

/**
 * A JPEG taken apart.
 *
 * @param stream the picture in the plainest JPEG file that holds it: tables, frame and scans, no
 *     application data, component numbers 1, 2, 3 ..., and always an end marker
 * @param ended whether the file itself had its end marker
 * @param fileLength the bytes of the file
 * @param jfif whether a JFIF segment says that three components are YCbCr
 * @param adobeTransform what an Adobe segment says of the components: 0 as they are, 1 YCbCr, 2
 *     YCCK
 * @param profile the embedded ICC profile
 */
record JpegFile(
    byte[] stream,
    JpegFrame frame,
    boolean ended,
    int fileLength,
    boolean jfif,
    Optional<Integer> adobeTransform,
    Orientation orientation,
    Optional<byte[]> profile) {

  /** Whether the samples must be taken from luma and chroma to RGB (or CMY), as libjpeg decides. */
  boolean lumaChroma() {
    return switch (frame.components().size()) {
      case 1 -> false;
      case 3 -> jfif || adobeTransform.map(transform -> transform != 0).orElse(!namedRgb());
      default -> adobeTransform.map(transform -> transform != 0).orElse(false);
    };
  }

  private boolean namedRgb() {
    var components = frame.components();
    return components.get(0).id() == 'R'
        && components.get(1).id() == 'G'
        && components.get(2).id() == 'B';
  }
}
