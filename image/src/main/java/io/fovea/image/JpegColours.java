package io.fovea.image;

/**
 * A JPEG's components to red, green and blue, in place and in libjpeg's arithmetic (16 bits of
 * fraction, each chroma product rounded on its own), so that pixels equal those that Pillow sees.
 */
final class JpegColours {
  private static final int HALF = 1 << 15;
  private static final int RED_OF_CR = fixed(1.40200);
  private static final int GREEN_OF_CR = fixed(0.71414);
  private static final int GREEN_OF_CB = fixed(0.34414);
  private static final int BLUE_OF_CB = fixed(1.77200);

  private JpegColours() {}

  private static int fixed(double factor) {
    return (int) (factor * (1 << 16) + 0.5);
  }

  /**
   * Y, Cb and Cr to R, G and B; of four components the last stays.
   *
   * @param stride components of a pixel, 3 or 4
   */
  static void lumaChromaToRgb(byte[] samples, int stride) {
    for (int at = 0; at + 2 < samples.length; at += stride) {
      int luma = samples[at] & 0xff;
      int cb = (samples[at + 1] & 0xff) - 128;
      int cr = (samples[at + 2] & 0xff) - 128;
      samples[at] = clamp(luma + (RED_OF_CR * cr + HALF >> 16));
      samples[at + 1] = clamp(luma + (-GREEN_OF_CB * cb - GREEN_OF_CR * cr + HALF >> 16));
      samples[at + 2] = clamp(luma + (BLUE_OF_CB * cb + HALF >> 16));
    }
  }

  /**
   * Four inks a pixel to RGB without a profile: each colour is what the inks let through of the
   * white paper, {@code (1 − ink) · (1 − black)}, as Pillow computes it.
   *
   * @param inks cyan, magenta, yellow, black; 0 is no ink, 255 full ink
   */
  static byte[] inksToRgb(byte[] inks) {
    var rgb = new byte[inks.length / 4 * 3];
    for (int from = 0, to = 0; to < rgb.length; from += 4, to += 3) {
      int paper = 255 - (inks[from + 3] & 0xff);
      for (int channel = 0; channel < 3; channel++) {
        rgb[to + channel] = clamp(paper - product(inks[from + channel] & 0xff, paper));
      }
    }
    return rgb;
  }

  /** {@code a · b / 255}, rounded. */
  private static int product(int a, int b) {
    int doubled = a * b + 128;
    return (doubled >> 8) + doubled >> 8;
  }

  /** Turns every sample round: {@code 255 − sample}. */
  static void invert(byte[] samples) {
    for (int at = 0; at < samples.length; at++) {
      samples[at] = (byte) ~samples[at];
    }
  }

  private static byte clamp(int value) {
    return (byte) Math.max(0, Math.min(255, value));
  }
}
