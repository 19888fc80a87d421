package io.fovea.zoo;

import io.fovea.image.ChannelOrder;
import io.fovea.image.ColourProfile;
import io.fovea.image.Interpolation;
import io.fovea.image.Preprocessing;
import io.fovea.image.Resize;
import io.fovea.network.ImageInput;
import java.util.List;

/** How pictures become the input of the networks that people commonly meet. */
final class CommonPreprocessing {
  /** Means of ImageNet's red, green and blue, of values from 0 to 1 (torchvision's constants). */
  private static final List<Float> IMAGENET_MEAN = List.of(0.485f, 0.456f, 0.406f);

  private static final List<Float> IMAGENET_DEVIATION = List.of(0.229f, 0.224f, 0.225f);

  /** Means of ImageNet's blue, green and red, of values from 0 to 255 (Caffe's models). */
  private static final List<Float> CAFFE_MEAN = List.of(104f, 117f, 123f);

  private static final float ONE_OF_BYTE = 1 / 255f;

  private CommonPreprocessing() {}

  /** Torchvision's for ImageNet: short side, centre crop, 0 to 1, normalized. */
  static Preprocessing torchvision(int shortSide) {
    return new Preprocessing(
        ChannelOrder.RGB,
        Resize.crop(Interpolation.PIL_BILINEAR, shortSide),
        ONE_OF_BYTE,
        IMAGENET_MEAN,
        IMAGENET_DEVIATION,
        ColourProfile.IGNORE);
  }

  /** Caffe's for ImageNet: blue, green, red from 0 to 255, less their means. */
  static Preprocessing caffe(int shortSide) {
    return new Preprocessing(
        ChannelOrder.BGR,
        Resize.crop(Interpolation.PIL_BILINEAR, shortSide),
        1,
        CAFFE_MEAN,
        List.of(),
        ColourProfile.IGNORE);
  }

  /**
   * Where nothing is known: torchvision's for three channels and a square input, its short side in
   * the same proportion to the crop as 256 to 224; else the picture stretched to the input, 0 to 1.
   */
  static Preprocessing guess(ImageInput input) {
    int height = input.size().height();
    int width = input.size().width();
    if (input.channels() == 3 && height == width) {
      return torchvision(Math.toIntExact(Math.round(height * 256L / 224.0)));
    }
    return new Preprocessing(
        input.channels() == 1 ? ChannelOrder.GRAY : ChannelOrder.RGB,
        Resize.stretch(Interpolation.PIL_BILINEAR),
        ONE_OF_BYTE,
        List.of(),
        List.of(),
        ColourProfile.IGNORE);
  }
}
