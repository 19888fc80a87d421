package io.fovea.image;

/**
 * A portrait, 512 × 512: the head, lit from the upper left. From back to front; x to the left of
 * the middle and to its right are alike but for the light and the parting of the hair.
 */
final class FacePainting implements Painting {
  private static final double MIDDLE = 256;
  private static final double HEAD_Y = 262;
  private static final double HEAD_WIDTH = 122;
  private static final double HEAD_HEIGHT = 154;
  private static final int SKIN = 0xe8b793;
  private static final int HAIR = 0x4a2c1a;
  private static final int SWEATER = 0x2f6f7e;
  private static final int SHADE = 0x8a4f36;

  private final FaceFeatures features = new FaceFeatures();

  @Override
  public void paint(double x, double y, Pixel pixel) {
    double dx = x - MIDDLE;
    background(x, y, pixel);
    backHair(dx, y, pixel);
    shoulders(dx, y, pixel);
    neck(dx, y, pixel);
    ears(dx, y, pixel);
    head(dx, y, pixel);
    if (head(dx, y - HEAD_Y) < 0) {
      features.paint(dx, y, pixel);
    }
    frontHair(dx, y, pixel);
    pixel.light(0.985 + 0.03 * Grain.at((int) x, (int) y, 1));
  }

  /** A wall in soft light that falls off to the lower right. */
  private static void background(double x, double y, Pixel pixel) {
    double far = Edge.circle(x - 150, y - 120, 0) / 560;
    pixel.cover(0xdfe7ec, 1);
    pixel.cover(0x7f97a8, Edge.smooth(0, 1, far));
    pixel.light(0.97 + 0.06 * Grain.soft(x / 60, y / 60, 2));
  }

  private static void backHair(double dx, double y, Pixel pixel) {
    double crown = Edge.ellipse(dx, y - 236, 152, 176);
    double sides = Edge.box(dx, y - 330, 126, 96) - 26;
    double strand = strand(dx + 0.12 * y, y);
    pixel.cover(HAIR, 0.62 + 0.3 * strand, Edge.inside(Math.min(crown, sides) + 4 * strand, 2));
  }

  private static void shoulders(double dx, double y, Pixel pixel) {
    double body = Edge.ellipse(dx, y - 572, 236, 152);
    double ribs = 0.94 + 0.06 * Edge.smooth(0.3, 0.7, wave(dx / 9));
    double light = (1.02 - 0.0014 * dx) * ribs * (0.8 + 0.2 * Edge.smooth(420, 500, y));
    pixel.cover(SWEATER, light, Edge.inside(body));
  }

  private static void neck(double dx, double y, Pixel pixel) {
    double column = Edge.box(dx, y - 396, 40 + 0.0012 * (y - 396) * (y - 396), 56) - 8;
    double neckline = Edge.ellipse(dx, y - 424, 68, 54);
    double distance = Math.max(Math.min(column, neckline), Edge.ellipse(dx, y - 392, 84, 88));
    pixel.cover(SWEATER, 0.72, Edge.inside(distance - 7));
    double light = 0.9 - 0.0022 * dx;
    pixel.cover(SKIN, light, Edge.inside(distance));
    double chinShadow = Edge.inside(Edge.ellipse(dx - 10, y - 374, 82, 66), 46);
    pixel.cover(SHADE, 0.85 * chinShadow * Edge.inside(distance));
  }

  private static void ears(double dx, double y, Pixel pixel) {
    double side = Math.abs(dx) - 121;
    double ear = Edge.ellipse(side, y - 276, 17, 34);
    pixel.cover(SKIN, 0.86 - 0.0008 * dx, Edge.inside(ear));
    double hollow = Edge.inside(Edge.ellipse(side - 2, y - 274, 9, 22), 10);
    pixel.cover(SHADE, 0.55 * hollow);
  }

  /** The skin as that of a body that bends away from the light. */
  private static void head(double dx, double y, Pixel pixel) {
    double dy = y - HEAD_Y;
    double distance = head(dx, dy);
    double inside = Edge.inside(distance);
    if (inside == 0) {
      return;
    }
    double nx = dx / (HEAD_WIDTH + 14);
    double ny = dy / (HEAD_HEIGHT + 18);
    double nz = Math.sqrt(Math.max(0.05, 1 - nx * nx - ny * ny));
    double light = -0.42 * nx - 0.34 * ny + 0.84 * nz;
    pixel.cover(SKIN, 0.5 + 0.58 * light, inside);
    pixel.cover(0xd9705f, 0.26 * cheek(dx + 62, y) * inside);
    pixel.cover(0xd9705f, 0.22 * cheek(dx - 62, y) * inside);
    pixel.cover(SHADE, 0.28 * Edge.smooth(-22, 4, distance) * inside);
  }

  /** Wide at the temples, narrower to the chin. */
  private static double head(double dx, double dy) {
    double narrowing = 1 - 0.15 * Edge.smooth(-0.1, 1, dy / HEAD_HEIGHT);
    return Edge.ellipse(dx, dy, HEAD_WIDTH * narrowing, HEAD_HEIGHT);
  }

  private static double cheek(double dx, double y) {
    return Edge.inside(Edge.ellipse(dx, y - 318, 36, 28), 40);
  }

  /** Parted at the left: the hairline falls from there to both temples. */
  private static void frontHair(double dx, double y, Pixel pixel) {
    double fromParting = dx + 38;
    double bend = fromParting < 0 ? 0.0150 : 0.0046;
    double hairline = 142 + bend * fromParting * fromParting;
    double strand = strand(fromParting * 1.1 + 0.5 * (y - 142), 0.35 * y);
    double above =
        (y - hairline - 7 * strand) / Math.sqrt(1 + 4 * bend * bend * fromParting * fromParting);
    double cap = Edge.ellipse(dx, y - 236, 150, 174);
    double locks = Math.max(Math.max(above, cap), y - 330);
    double shine = Edge.inside(Edge.arc(dx + 30, y - 112, 0.004, 16), 34);
    pixel.cover(0x2a160c, 0.4 * Edge.inside(Math.max(above - 6, cap), 12));
    pixel.cover(HAIR, 0.72 + 0.42 * strand + 0.75 * shine * (0.4 + strand), Edge.inside(locks, 2));
  }

  /** Light and dark along strands: noise that is long in one direction. */
  private static double strand(double across, double along) {
    return 0.6 * Grain.soft(across / 5, along / 70, 3)
        + 0.4 * Grain.soft(across / 2.2, along / 40, 4);
  }

  /** A triangle wave of period 1, from 0 to 1. */
  private static double wave(double x) {
    return Math.abs(2 * (x - Math.floor(x)) - 1);
  }
}
