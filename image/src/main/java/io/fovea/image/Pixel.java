package io.fovea.image;

/** One pixel while it is painted: colours are laid over one another, each part from 0 to 1. */
final class Pixel {
  private double red;
  private double green;
  private double blue;

  /** Lays a colour over what is there. */
  void cover(double overRed, double overGreen, double overBlue, double share) {
    red += (overRed - red) * share;
    green += (overGreen - green) * share;
    blue += (overBlue - blue) * share;
  }

  /** Lays a colour {@code 0xRRGGBB} over what is there. */
  void cover(int rgb, double share) {
    cover(part(rgb >> 16), part(rgb >> 8), part(rgb), share);
  }

  /** Lays a colour over, made lighter (above 1) or darker (below). */
  void cover(int rgb, double light, double share) {
    cover(light * part(rgb >> 16), light * part(rgb >> 8), light * part(rgb), share);
  }

  /** Makes what is there lighter (above 1) or darker (below). */
  void light(double factor) {
    red *= factor;
    green *= factor;
    blue *= factor;
  }

  /** Writes the three samples, rounded and clipped. */
  void put(byte[] samples, int at) {
    samples[at] = sample(red);
    samples[at + 1] = sample(green);
    samples[at + 2] = sample(blue);
  }

  private static double part(int sample) {
    return (sample & 0xff) / 255.0;
  }

  private static byte sample(double part) {
    return (byte) (int) (Math.min(Math.max(part, 0), 1) * 255 + 0.5);
  }
}
