package io.fovea.image;

/**
 * Colours at even distances, between which a colour map runs straight.
 *
 * @param colours {@code 0xRRGGBB}, at least two
 */
record Stops(int... colours) {
  private static final double WHITE = 255;

  /** From light blue over nearly black to light orange. */
  static final Stops SIGNED =
      new Stops(
          0x78b4ff, 0x427ac9, 0x264a80, 0x182438, 0x121417, 0x3e2218, 0x864022, 0xce683a, 0xffb082);

  /** Red, green and blue in [0, 1] at a place from 0 to 1. */
  double[] at(double x) {
    double place = x * (colours.length - 1);
    int below = Math.min((int) place, colours.length - 2);
    var mixed = new double[3];
    for (int part = 0; part < mixed.length; part++) {
      int low = part(colours[below], part);
      int high = part(colours[below + 1], part);
      mixed[part] = (low + (high - low) * (place - below)) / WHITE;
    }
    return mixed;
  }

  private static int part(int colour, int part) {
    return colour >> (16 - 8 * part) & 0xff;
  }
}
