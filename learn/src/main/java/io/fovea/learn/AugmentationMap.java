package io.fovea.learn;

import io.fovea.image.Affine;
import io.fovea.image.Picture;
import java.util.SplittableRandom;

/** Draws the one affine map that an augmentation's geometry is. */
record AugmentationMap(Augmentation augmentation, SplittableRandom random) {
  /** Least width : height of a crop against that of what is wanted; its inverse is the most. */
  static final double NARROWEST = 3.0 / 4;

  private static final int TRIES = 10;

  /** From the pixels of what is wanted to places in the picture. */
  Affine draw(Picture picture, Region middle, int height, int width) {
    var region = augmentation.crop().map(crop -> crop(crop, picture, height, width)).orElse(middle);
    double mirrorX = augmentation.horizontalFlip() && random.nextBoolean() ? -1 : 1;
    double mirrorY = augmentation.verticalFlip() && random.nextBoolean() ? -1 : 1;
    return Affine.translation(-width / 2.0, -height / 2.0)
        .then(Affine.scaling(mirrorX, mirrorY))
        .then(Affine.shearing(within(augmentation.shear()), within(augmentation.shear())))
        .then(Affine.rotation(within(augmentation.rotation())))
        .then(
            Affine.translation(
                within(augmentation.translation()), within(augmentation.translation())))
        .then(Affine.scaling(region.width() / width, region.height() / height))
        .then(Affine.translation(region.x(), region.y()));
  }

  private double within(double most) {
    return most == 0 ? 0 : between(-most, most);
  }

  private double between(double least, double most) {
    return least + (most - least) * random.nextDouble();
  }

  /** A part of random area, proportions and place; after ten that don't fit, the middle. */
  private Region crop(Augmentation.Crop crop, Picture picture, int height, int width) {
    double area = (double) picture.height() * picture.width();
    double proportion = (double) width / height;
    for (int attempt = 0; attempt < TRIES; attempt++) {
      double partArea = area * between(crop.least(), crop.most());
      double stretch = Math.exp(between(Math.log(NARROWEST), -Math.log(NARROWEST)));
      double partWidth = Math.sqrt(partArea * proportion * stretch);
      double partHeight = partArea / partWidth;
      if (partWidth <= picture.width() && partHeight <= picture.height()) {
        double x = partWidth / 2 + random.nextDouble() * (picture.width() - partWidth);
        double y = partHeight / 2 + random.nextDouble() * (picture.height() - partHeight);
        return new Region(x, y, partWidth, partHeight);
      }
    }
    double partWidth = Math.min(picture.width(), picture.height() * proportion / NARROWEST);
    double partHeight = Math.min(picture.height(), picture.width() / proportion / NARROWEST);
    return Region.middle(picture, partHeight, partWidth);
  }
}
