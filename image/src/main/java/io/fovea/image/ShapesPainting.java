package io.fovea.image;

/**
 * Nine things that first layers answer to, 512 × 512, in three rows on rough paper: circle, square
 * and triangle; stripes upright, aslant and crossed; a ramp of gray, a ramp of hues, and rings that
 * grow finer.
 */
final class ShapesPainting implements Painting {
  private static final double FIRST = 96;
  private static final double STEP = 160;
  private static final double HALF = 62;
  private static final double DIAGONAL = Math.sqrt(0.5);
  private static final int DARK = 0x1d232b;
  private static final int LIGHT = 0xf7f5ef;

  @Override
  public void paint(double x, double y, Pixel pixel) {
    paper(x, y, pixel);
    int column = (int) Math.min(2, x * 3 / 512);
    int row = (int) Math.min(2, y * 3 / 512);
    double dx = x - FIRST - column * STEP;
    double dy = y - FIRST - row * STEP;
    switch (3 * row + column) {
      case 0 ->
          shape(Edge.circle(dx, dy, HALF), Edge.circle(dx - 5, dy - 7, HALF), 0xd8342f, pixel);
      case 1 -> square(dx, dy, pixel);
      case 2 -> triangle(dx, dy, pixel);
      case 3 -> patch(dx, dy, stripes(dx), pixel);
      case 4 -> patch(dx, dy, stripes((dx + dy) * DIAGONAL), pixel);
      case 5 -> patch(dx, dy, checks(dx, dy), pixel);
      case 6 -> patch(dx, dy, Edge.clamp((dx + HALF) / (2 * HALF)), pixel);
      case 7 -> hues(dx, dy, pixel);
      default -> rings(dx, dy, pixel);
    }
    pixel.light(0.98 + 0.04 * Grain.at((int) x, (int) y, 7));
  }

  private static void paper(double x, double y, Pixel pixel) {
    double clouds = 0.5 * Grain.soft(x / 40, y / 40, 8) + 0.3 * Grain.soft(x / 11, y / 11, 9);
    double fibres = 0.2 * Grain.soft(x / 14, y / 2.5, 10);
    pixel.cover(0xcfc4ae, 0.84 + 0.26 * (clouds + fibres), 1);
  }

  /** A shape of one colour, with the shadow that it throws to the lower right. */
  private static void shape(double distance, double shadow, int rgb, Pixel pixel) {
    pixel.cover(0x000000, 0.4 * Edge.inside(shadow, 14));
    pixel.cover(rgb, Edge.inside(distance));
  }

  private static void square(double dx, double dy, Pixel pixel) {
    double half = 0.86 * HALF;
    double shadow = Edge.box(dx - 5, dy - 7, half, half);
    shape(Edge.box(dx, dy, half, half), shadow, 0x2b5fc4, pixel);
  }

  private static void triangle(double dx, double dy, Pixel pixel) {
    shape(triangle(dx, dy), triangle(dx - 5, dy - 7), 0xf2b51d, pixel);
  }

  /**
   * The distance to a triangle with equal sides, the point above: that to the farthest of its
   * sides, which all are as far from its middle.
   */
  private static double triangle(double dx, double dy) {
    double fromMiddle = HALF / Math.sqrt(3);
    double down = dy - fromMiddle / 2;
    double aslant = (Math.abs(dx) * Math.sqrt(3) - down) / 2;
    return Math.max(aslant, down) - fromMiddle;
  }

  /** A square patch of grays, 0 for dark to 1 for light. */
  private static void patch(double dx, double dy, double gray, Pixel pixel) {
    double inside = Edge.inside(Edge.box(dx, dy, HALF, HALF));
    pixel.cover(0x000000, 0.35 * Edge.inside(Edge.box(dx - 4, dy - 5, HALF, HALF), 12));
    pixel.cover(DARK, inside);
    pixel.cover(LIGHT, gray * inside);
  }

  /** Stripes of equal width across one direction. */
  private static double stripes(double across) {
    double width = 8;
    double place = across / (2 * width) - Math.floor(across / (2 * width));
    return Edge.clamp(0.5 + 2 * width * (0.25 - Math.abs(place - 0.5)));
  }

  private static double checks(double dx, double dy) {
    double one = 2 * stripes(dx / 2) - 1;
    double other = 2 * stripes(dy / 2) - 1;
    return 0.5 + 0.5 * one * other;
  }

  private static void hues(double dx, double dy, Pixel pixel) {
    patch(dx, dy, 0, pixel);
    double hue = 6 * Edge.clamp((dx + HALF) / (2 * HALF));
    double red = Edge.clamp(Math.abs(hue - 3) - 1);
    double green = Edge.clamp(2 - Math.abs(hue - 2));
    double blue = Edge.clamp(2 - Math.abs(hue - 4));
    double white = 0.55 * Edge.clamp((HALF - dy) / (2 * HALF));
    double inside = Edge.inside(Edge.box(dx, dy, HALF, HALF));
    pixel.cover(red, green, blue, inside);
    pixel.cover(0xffffff, white * inside);
  }

  /** Rings whose number grows with the square of the radius. */
  private static void rings(double dx, double dy, Pixel pixel) {
    double turns = (dx * dx + dy * dy) / 460;
    double place = turns - Math.floor(turns);
    double gray = Edge.smooth(0.1, 0.4, Math.abs(place - 0.5));
    patch(dx, dy, gray, pixel);
  }
}
