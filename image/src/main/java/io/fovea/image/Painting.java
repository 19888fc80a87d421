package io.fovea.image;

/** A picture as a function of the place: what is painted on the pixel at x to the right, y down. */
@FunctionalInterface
interface Painting {
  /** Paints one pixel, black before. */
  void paint(double x, double y, Pixel pixel);

  /** The picture, three channels; the middle of the first pixel is at (0.5, 0.5). */
  default Picture render(int height, int width) {
    var samples = new byte[height * width * 3];
    for (int row = 0, at = 0; row < height; row++) {
      for (int column = 0; column < width; column++, at += 3) {
        var pixel = new Pixel();
        paint(column + 0.5, row + 0.5, pixel);
        pixel.put(samples, at);
      }
    }
    return Picture.wrap(height, width, 3, samples);
  }
}
