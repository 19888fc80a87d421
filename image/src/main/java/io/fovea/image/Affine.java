package io.fovea.image;

/**
 * An affine map from the pixels of a new picture to places of an old one: {@code x = xx · column +
 * xy · row + x0}, {@code y = yx · column + yy · row + y0}.
 *
 * <p>Places are counted from the picture's upper left corner, so that the middle of its first pixel
 * is (0.5, 0.5).
 *
 * @param xx how far a step to the right leads right
 * @param xy how far a step down leads right
 * @param x0 how far the corner is moved right
 * @param yx how far a step to the right leads down
 * @param yy how far a step down leads down
 * @param y0 how far the corner is moved down
 */
public record Affine(double xx, double xy, double x0, double yx, double yy, double y0) {
  /** Multiplies x and y; a negative factor mirrors. */
  public static Affine scaling(double x, double y) {
    return new Affine(x, 0, 0, 0, y, 0);
  }

  /** Moves by x to the right and by y down. */
  public static Affine translation(double x, double y) {
    return new Affine(1, 0, x, 0, 1, y);
  }

  /** Turns about the corner; from the positive x axis (right) to the positive y axis (down). */
  public static Affine rotation(double degrees) {
    double sine = Math.sin(Math.toRadians(degrees));
    double cosine = Math.cos(Math.toRadians(degrees));
    return new Affine(cosine, -sine, 0, sine, cosine, 0);
  }

  /** Moves each row sideways by {@code tan(x)} of its y, each column by {@code tan(y)} of its x. */
  public static Affine shearing(double xDegrees, double yDegrees) {
    return new Affine(
        1, Math.tan(Math.toRadians(xDegrees)), 0, Math.tan(Math.toRadians(yDegrees)), 1, 0);
  }

  /** This map, and the next one after it. */
  public Affine then(Affine next) {
    return new Affine(
        next.xx * xx + next.xy * yx,
        next.xx * xy + next.xy * yy,
        next.xx * x0 + next.xy * y0 + next.x0,
        next.yx * xx + next.yy * yx,
        next.yx * xy + next.yy * yy,
        next.yx * x0 + next.yy * y0 + next.y0);
  }

  /** How wide a new pixel is in the old picture. */
  double pixelWidth() {
    return Math.hypot(xx, xy);
  }

  /** How high a new pixel is in the old picture. */
  double pixelHeight() {
    return Math.hypot(yx, yy);
  }
}
