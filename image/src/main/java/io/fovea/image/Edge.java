package io.fovea.image;

/**
 * Distances to the edge of a shape, negative inside, and what of a pixel they cover. Only
 * operations whose results Java defines to the last bit, so that pictures are the same everywhere.
 */
final class Edge {
  private Edge() {}

  /** How much of a pixel lies inside, 0 to 1, at this distance of its middle from the edge. */
  static double inside(double distance) {
    return clamp(0.5 - distance);
  }

  /** As {@link #inside}, with an edge that is blurred over a width in pixels. */
  static double inside(double distance, double blur) {
    return 1 - smooth(-blur / 2, blur / 2, distance);
  }

  /** From 0 at one value to 1 at the other, with no kink: 3 t² − 2 t³. */
  static double smooth(double from, double to, double value) {
    double t = clamp((value - from) / (to - from));
    return t * t * (3 - 2 * t);
  }

  static double clamp(double value) {
    return Math.min(Math.max(value, 0), 1);
  }

  static double circle(double dx, double dy, double radius) {
    return Math.sqrt(dx * dx + dy * dy) - radius;
  }

  /**
   * The distance to an ellipse, exact at its edge and near enough beside it: {@code k (k − 1) / |p
   * / r²|} with {@code k = |p / r|}.
   */
  static double ellipse(double dx, double dy, double radiusX, double radiusY) {
    double x = dx / radiusX;
    double y = dy / radiusY;
    double length = Math.sqrt(x * x + y * y);
    double slope = Math.sqrt(x * x / (radiusX * radiusX) + y * y / (radiusY * radiusY));
    return slope == 0 ? -Math.min(radiusX, radiusY) : length * (length - 1) / slope;
  }

  /** The distance to a rectangle with these half sides. */
  static double box(double dx, double dy, double halfWidth, double halfHeight) {
    double x = Math.abs(dx) - halfWidth;
    double y = Math.abs(dy) - halfHeight;
    double outX = Math.max(x, 0);
    double outY = Math.max(y, 0);
    return Math.sqrt(outX * outX + outY * outY) + Math.min(Math.max(x, y), 0);
  }

  /** The distance to a parabola {@code y = bend · x²} that is drawn so wide to both sides. */
  static double arc(double dx, double dy, double bend, double halfWidth) {
    double slope = 2 * bend * dx;
    return Math.abs(dy - bend * dx * dx) / Math.sqrt(1 + slope * slope) - halfWidth;
  }
}
