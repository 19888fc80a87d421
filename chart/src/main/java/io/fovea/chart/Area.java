package io.fovea.chart;

/** A rectangle in points; x and y are its upper left corner. */
record Area(double x, double y, double width, double height) {
  double right() {
    return x + width;
  }

  double bottom() {
    return y + height;
  }

  double middleX() {
    return x + width / 2;
  }

  double middleY() {
    return y + height / 2;
  }
}
