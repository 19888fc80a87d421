package io.fovea.image;

import java.nio.ByteOrder;

/** What is needed of EXIF data, which is laid out as a TIFF file: the orientation. */
final class Exif {
  private static final int ORIENTATION = 274;
  private static final int SHORT = 3;
  private static final int LONG = 4;

  private Exif() {}

  /**
   * The orientation that these bytes tell, upright where they tell none or are broken: broken EXIF
   * data is common and says nothing about the picture beside it.
   *
   * @param tiff beginning with the TIFF header ({@code II} or {@code MM})
   */
  static Orientation orientation(byte[] tiff) {
    try {
      return Orientation.ofExif(orientationNumber(tiff));
    } catch (ImageException broken) {
      return Orientation.UPRIGHT;
    }
  }

  private static int orientationNumber(byte[] tiff) {
    boolean little = tiff.length > 1 && tiff[0] == 'I' && tiff[1] == 'I';
    var bytes =
        new FileBytes("EXIF", tiff, little ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
    bytes.seek(4);
    bytes.seek(bytes.u32());
    int entries = bytes.u16();
    for (int entry = 0; entry < entries; entry++) {
      int next = bytes.position() + 12;
      int tag = bytes.u16();
      int type = bytes.u16();
      if (tag == ORIENTATION && (type == SHORT || type == LONG)) {
        bytes.skip(4);
        return type == SHORT ? bytes.u16() : bytes.s32();
      }
      bytes.seek(next);
    }
    return 1;
  }
}
