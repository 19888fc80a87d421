package io.fovea.chart;

/** The colours that the charts share, {@code 0xRRGGBB}. */
final class Palette {
  static final int WHITE = 0xffffff;
  static final int INK = 0x22262b;
  static final int QUIET = 0x6a727c;
  static final int GRID = 0xe3e6ea;
  static final int FRAME = 0xaab1ba;
  static final int BAND = 0xf1f3f6;
  static final int BLUE = 0x1668b5;
  static final int LIGHT_BLUE = 0xb3d1ee;
  static final int ORANGE = 0xd4570f;
  static final int LIGHT_ORANGE = 0xf8ceb0;

  private Palette() {}

  /**
   * White for 0, the colour for 1, and evenly between.
   *
   * @param share 0 to 1
   */
  static int tint(int rgb, double share) {
    int mixed = 0;
    for (int shift = 16; shift >= 0; shift -= 8) {
      int part = rgb >> shift & 0xff;
      mixed |= (int) Math.round(255 + (part - 255) * share) << shift;
    }
    return mixed;
  }
}
