package io.fovea.learn;

import io.fovea.image.Fit;
import io.fovea.image.Picture;
import io.fovea.image.Resize;

/** A part of a picture, in its pixels and their fractions, by its middle and its size. */
record Region(double x, double y, double width, double height) {
  /** The largest part in the middle that has the proportions of what is wanted. */
  static Region centre(Picture picture, int height, int width) {
    double scale = Math.min((double) picture.height() / height, (double) picture.width() / width);
    return middle(picture, height * scale, width * scale);
  }

  /** The part that a network's own resizing takes. */
  static Region of(Resize resize, Picture picture, int height, int width) {
    if (resize.fit() == Fit.STRETCH) {
      return middle(picture, picture.height(), picture.width());
    }
    double scale =
        (double) Math.min(picture.height(), picture.width()) / Math.max(1, resize.shortSide());
    var largest = centre(picture, height, width);
    return middle(
        picture,
        Math.min(height * scale, largest.height()),
        Math.min(width * scale, largest.width()));
  }

  /** A part in the middle. */
  static Region middle(Picture picture, double height, double width) {
    return new Region(picture.width() / 2.0, picture.height() / 2.0, width, height);
  }
}
