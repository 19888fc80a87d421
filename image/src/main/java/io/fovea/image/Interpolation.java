package io.fovea.image;

/** How a picture is brought to another size, bit for bit as the tool it is named after does it. */
public enum Interpolation {
  /**
   * Pillow's {@code BILINEAR}, what torchvision's {@code Resize} does with a PIL image: the kernel
   * widens when shrinking (antialiasing), fixed-point weights, the width first, then the height.
   */
  PIL_BILINEAR {
    @Override
    Picture resize(Picture picture, Target target) {
      var kernel = new PilBilinear();
      return Resampling.alongRowsFirst(
          picture, target.rows(kernel, picture), target.columns(kernel, picture));
    }
  },

  /**
   * MATLAB's {@code imresize} as it is called without a method: bicubic, the kernel widens when
   * shrinking, mirrored borders; the axis that shrinks more goes first, at a tie the height.
   */
  MATLAB_BICUBIC {
    @Override
    Picture resize(Picture picture, Target target) {
      var kernel = new MatlabBicubic();
      Taps rows = target.rows(kernel, picture);
      Taps columns = target.columns(kernel, picture);
      boolean widthFirst =
          (long) target.width() * picture.height() < (long) target.height() * picture.width();
      return widthFirst
          ? Resampling.alongRowsFirst(picture, rows, columns)
          : Resampling.alongColumnsFirst(picture, rows, columns);
    }
  },

  /**
   * Plain bilinear: the four neighbours of the new sample's centre (pixel centres at halves), no
   * antialiasing, borders repeated, rounded half up once.
   */
  BILINEAR {
    @Override
    Picture resize(Picture picture, Target target) {
      return PlainBilinear.resize(picture, target);
    }
  };

  /** The part that is wanted of the picture at its new size. */
  abstract Picture resize(Picture picture, Target target);

  /**
   * The picture at a new size.
   *
   * <p>A picture that already has this size comes back as it is.
   *
   * @throws ImageException if a side is less than 1 or the pixels are too many
   */
  public Picture resize(Picture picture, int height, int width) {
    return part(picture, Target.whole(height, width));
  }

  /** The part that is wanted, where nothing is resampled if the size stays. */
  Picture part(Picture picture, Target target) {
    if (picture.height() == target.height() && picture.width() == target.width()) {
      return target.cut(picture);
    }
    return resize(picture, target);
  }
}
