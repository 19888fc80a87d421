package io.fovea.image;

/** Eyes, brows, nose and mouth of the portrait, whose middle is at dx = 0. */
final class FaceFeatures {
  private static final double EYE_X = 50;
  private static final double EYE_Y = 256;
  private static final double NOSE_Y = 316;
  private static final double MOUTH_Y = 360;
  private static final int SHADE = 0x8a4f36;
  private static final int LINE = 0x2b1610;
  private static final int LIPS = 0xbf5a56;

  void paint(double dx, double y, Pixel pixel) {
    nose(dx, y, pixel);
    mouth(dx, y - MOUTH_Y, pixel);
    double side = dx < 0 ? -1 : 1;
    double outward = side * dx - EYE_X;
    eye(outward, side, y - EYE_Y, pixel);
    brow(outward, y - EYE_Y + 38, pixel);
  }

  /**
   * One eye.
   *
   * @param out to the temple from the middle of the eye
   * @param side −1 for the eye at the left of the picture, 1 for the other
   */
  private static void eye(double out, double side, double dy, Pixel pixel) {
    double tilt = dy + 0.06 * out;
    pixel.cover(SHADE, 0.34 * Edge.inside(Edge.ellipse(out + 4, tilt + 8, 44, 30), 34));
    double upper = Edge.circle(out, tilt - 22, 41);
    double lower = Edge.circle(out, tilt + 34, 48);
    double opening = Math.max(upper, lower);
    double inside = Edge.inside(opening);
    double x = side * out;
    pixel.cover(0xfbf7f2, 1 - 0.012 * Math.abs(x), inside);
    iris(x, tilt, inside, pixel);
    pixel.cover(0x4d3a38, 0.5 * inside * Edge.smooth(-11, 0, upper));
    pixel.cover(0xd98b7d, 0.8 * inside * Edge.inside(Edge.circle(out + 30, tilt - 4, 5), 4));
    double lid = Edge.arc(out, tilt + 19, 0.0135, 2.4 + 0.05 * Math.max(0, out));
    pixel.cover(LINE, Edge.inside(lid) * Edge.inside(Math.abs(out) - 36, 6));
    double crease = Edge.arc(out - 2, tilt + 28, 0.010, 1.2);
    pixel.cover(SHADE, 0.75 * Edge.inside(crease, 3) * Edge.inside(Math.abs(out) - 32, 16));
    double under = Edge.arc(out, tilt - 14.5, -0.0105, 0.9);
    pixel.cover(SHADE, 0.8 * Edge.inside(under, 2) * Edge.inside(Math.abs(out) - 30, 12));
  }

  /** Iris with rays and a dark rim, pupil, and the window's light in it. */
  private static void iris(double x, double dy, double inside, Pixel pixel) {
    double radius = Edge.circle(x, dy + 1, 0);
    double rays = Grain.soft(8 * x / (radius + 1), 8 * (dy + 1) / (radius + 1), 5);
    double light = 0.75 + 0.5 * rays + 0.025 * dy;
    pixel.cover(0x4f83a8, light, inside * Edge.inside(radius - 17.5));
    pixel.cover(0x16293a, 0.85 * inside * Edge.inside(Math.abs(radius - 16.5) - 1.2, 3.5));
    pixel.cover(0x07090c, inside * Edge.inside(radius - 8.2));
    pixel.cover(0xffffff, inside * Edge.inside(Edge.circle(x + 6, dy + 7, 4)));
    pixel.cover(0xffffff, 0.6 * inside * Edge.inside(Edge.circle(x - 6, dy - 6, 1.8)));
  }

  /** Thick at the nose, thin at the temple, with hairs. */
  private static void brow(double out, double dy, Pixel pixel) {
    double along = (out + 35) / 80;
    double half = 6.4 - 4.6 * Edge.clamp(along);
    double hairs = Grain.soft((out - 0.7 * dy) / 2.4, dy / 8, 6);
    double bow = Edge.arc(out - 6, dy + 3, 0.0046, half + 1.4 * (hairs - 0.5));
    double ends = Math.max(-35 - out, out - 45);
    pixel.cover(0x3b2114, (0.7 + 0.3 * hairs) * Edge.inside(bow, 2.5) * Edge.inside(ends, 7));
  }

  private static void nose(double dx, double y, Pixel pixel) {
    double down = Edge.smooth(236, 300, y) * Edge.inside(y - 322, 16);
    double bridge = Edge.inside(Math.abs(dx + 3) - 4, 14) * down;
    pixel.cover(0xffe6cf, 0.38 * bridge);
    double shadowSide = Edge.inside(Math.abs(dx - 17 - 0.06 * (y - 280)) - 5, 18) * down;
    pixel.cover(SHADE, 0.34 * shadowSide);
    double side = Math.abs(dx);
    double dy = y - NOSE_Y;
    pixel.cover(0xffe6cf, 0.5 * Edge.inside(Edge.ellipse(dx + 4, dy + 10, 10, 8), 12));
    pixel.cover(SHADE, 0.5 * Edge.inside(Edge.ellipse(dx + 0, dy - 11, 30, 6), 12));
    double wing = Edge.circle(side - 22, dy - 1, 11);
    double outer =
        Edge.inside(Math.abs(wing) - 0.5, 5) * Edge.smooth(20, 31, side) * Edge.smooth(-12, 2, dy);
    pixel.cover(SHADE, 0.6 * outer);
    pixel.cover(
        LINE,
        0.85 * Edge.inside(Edge.ellipse(side - 12.5, dy - 7 + 0.2 * (side - 12.5), 7, 3.6), 2.5));
  }

  /** A mouth that smiles a little: its corners stand above its middle. */
  private static void mouth(double dx, double dy, Pixel pixel) {
    double side = Math.abs(dx);
    double closed = dy + 0.0058 * dx * dx - 5;
    double taper = 1 - (dx / 48) * (dx / 48);
    double bow = 12 * taper - 4 * Edge.inside(side - 3, 10);
    double inLips = Edge.inside(side - 46, 3);
    double upper = Math.max(-closed - bow, closed);
    double lower = Math.max(closed - 17 * taper, -closed);
    pixel.cover(SHADE, 0.4 * Edge.inside(Edge.ellipse(dx, dy - 25, 30, 6), 12));
    pixel.cover(LIPS, 0.84, inLips * Edge.inside(upper, 2));
    pixel.cover(LIPS, 1.08, inLips * Edge.inside(lower, 2));
    pixel.cover(0xffd9cf, 0.42 * Edge.inside(Edge.ellipse(dx + 6, closed - 8, 20, 4), 8));
    double line = Math.abs(closed) / Math.sqrt(1 + 0.000135 * dx * dx) - 1.3;
    pixel.cover(LINE, 0.85 * Edge.inside(line, 2) * Edge.inside(side - 47, 5));
    double corner = Edge.circle(side - 51, dy + 10, 4);
    pixel.cover(SHADE, 0.5 * Edge.inside(corner, 9));
  }
}
