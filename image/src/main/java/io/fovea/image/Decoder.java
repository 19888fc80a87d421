package io.fovea.image;

/** Makes a picture of the bytes of one format's file; one instance serves any number of threads. */
@FunctionalInterface
interface Decoder {
  /**
   * The first picture of the file, upright.
   *
   * @throws ImageException if the bytes are cut, broken, too large, or of a kind that isn't read
   */
  Picture decode(byte[] file, ColourProfile profile);
}
