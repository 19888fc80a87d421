package io.fovea.image;

import java.util.List;

/**
 * What a JPEG's frame header says.
 *
 * @param height rows, 0 where a later segment says them
 * @param components one to four, in the file's order
 */
record JpegFrame(boolean progressive, int height, int width, List<Component> components) {
  /**
   * One component of a JPEG's picture.
   *
   * @param id its number, which need not be unique in a file
   * @param sampling its horizontal and vertical sampling factors, four bits each
   * @param table its quantisation table
   */
  record Component(int id, int sampling, int table) {}

  JpegFrame {
    components = List.copyOf(components);
  }

  JpegFrame withHeight(int newHeight) {
    return new JpegFrame(progressive, newHeight, width, components);
  }

  /** Reads a frame header from its length on, and says of what isn't decoded what it is. */
  static JpegFrame read(int marker, FileBytes bytes) {
    refuseUnsupported(marker);
    bytes.skip(2);
    int precision = bytes.u8();
    int height = bytes.u16();
    int width = bytes.u16();
    int count = bytes.u8();
    if (precision != 8) {
      throw new ImageException(
          "the JPEG has %d-bit samples, which aren't read; save it with 8 bits or as a 16-bit PNG"
              .formatted(precision));
    }
    if (count != 1 && count != 3 && count != 4) {
      throw new ImageException(
          "the JPEG has %d components, but 1 (gray), 3 (colour) or 4 (CMYK) are read; save it as RGB"
              .formatted(count));
    }
    var components = new Component[count];
    for (int index = 0; index < count; index++) {
      components[index] = new Component(bytes.u8(), bytes.u8(), bytes.u8());
    }
    return new JpegFrame(marker == 0xc2, height, width, List.of(components));
  }

  private static void refuseUnsupported(int marker) {
    String kind =
        switch (marker) {
          case 0xc0, 0xc1, 0xc2 -> "";
          case 0xc3 -> "lossless";
          case 0xc5, 0xc6, 0xc7 -> "hierarchical";
          case 0xf7 -> "JPEG-LS";
          default -> "arithmetic-coded";
        };
    if (!kind.isEmpty()) {
      throw new ImageException(
          "the JPEG is a "
              .concat(kind)
              .concat(" one, which isn't read; save it as a baseline or progressive JPEG, or PNG")
              .replace("a arithmetic", "an arithmetic"));
    }
  }
}
