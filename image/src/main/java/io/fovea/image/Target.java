package io.fovea.image;

/**
 * The size a picture is brought to, and the part of it that is wanted.
 *
 * @param height rows of the whole
 * @param width columns of the whole
 * @param top first row of the part
 * @param left first column of the part
 * @param partHeight rows of the part
 * @param partWidth columns of the part
 */
record Target(int height, int width, int top, int left, int partHeight, int partWidth) {
  Target {
    if (height < 1 || width < 1 || height > PixelLimit.PIXELS / width) {
      throw new ImageException(
          "a picture can't be resized to %,d × %,d (height × width); give 1 to %,d pixels"
              .formatted(height, width, PixelLimit.PIXELS));
    }
  }

  static Target whole(int height, int width) {
    return new Target(height, width, 0, 0, height, width);
  }

  /** The part in the middle; where a margin is odd, as Python rounds its half: to the even one. */
  Target centre(int newHeight, int newWidth) {
    int newTop = (int) Math.rint((height - newHeight) / 2.0);
    int newLeft = (int) Math.rint((width - newWidth) / 2.0);
    return new Target(height, width, newTop, newLeft, newHeight, newWidth);
  }

  Taps rows(Kernel kernel, Picture picture) {
    return kernel.taps(picture.height(), height, top, partHeight);
  }

  Taps columns(Kernel kernel, Picture picture) {
    return kernel.taps(picture.width(), width, left, partWidth);
  }

  /** The part of a picture that has the whole's size already. */
  Picture cut(Picture picture) {
    return partHeight == height && partWidth == width
        ? picture
        : picture.crop(top, left, partHeight, partWidth);
  }
}
