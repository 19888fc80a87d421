package io.fovea.learn;

import java.util.SplittableRandom;

/**
 * One change of brightness, contrast and saturation, in this order.
 *
 * @param brightness what samples are multiplied with
 * @param contrast what distances from the picture's mean luma are multiplied with
 * @param saturation what distances from a pixel's luma are multiplied with
 */
record ColourChange(float brightness, float contrast, float saturation) {
  private static final float RED = 0.299f;
  private static final float GREEN = 0.587f;
  private static final float BLUE = 0.114f;

  static ColourChange draw(Augmentation augmentation, SplittableRandom random) {
    return new ColourChange(
        factor(augmentation.brightness(), random),
        factor(augmentation.contrast(), random),
        factor(augmentation.saturation(), random));
  }

  private static float factor(double most, SplittableRandom random) {
    return most == 0 ? 1 : (float) (1 + most * (2 * random.nextDouble() - 1));
  }

  /** Changes planes of samples from 0 to 255 in place; all three steps are one linear map. */
  void apply(float[] samples, int at, int plane, int channels) {
    if (brightness == 1 && contrast == 1 && saturation == 1) {
      return;
    }
    float constant = (1 - contrast) * brightness * mean(samples, at, plane, channels);
    if (channels == 1) {
      float factor = contrast * brightness;
      for (int place = at; place < at + plane; place++) {
        samples[place] = clipped(factor * samples[place] + constant);
      }
      return;
    }
    float own = saturation * contrast * brightness;
    float shared = (1 - saturation) * contrast * brightness;
    int green = at + plane;
    int blue = green + plane;
    for (int place = 0; place < plane; place++) {
      float r = samples[at + place];
      float g = samples[green + place];
      float b = samples[blue + place];
      float common = shared * (RED * r + GREEN * g + BLUE * b) + constant;
      samples[at + place] = clipped(own * r + common);
      samples[green + place] = clipped(own * g + common);
      samples[blue + place] = clipped(own * b + common);
    }
  }

  private static float mean(float[] samples, int at, int plane, int channels) {
    if (channels == 1) {
      return sum(samples, at, plane) / plane;
    }
    return (RED * sum(samples, at, plane)
            + GREEN * sum(samples, at + plane, plane)
            + BLUE * sum(samples, at + 2 * plane, plane))
        / plane;
  }

  /** In four sums, so that no addition waits for the one before. */
  private static float sum(float[] samples, int at, int count) {
    float first = 0;
    float second = 0;
    float third = 0;
    float fourth = 0;
    int place = at;
    for (; place <= at + count - 4; place += 4) {
      first += samples[place];
      second += samples[place + 1];
      third += samples[place + 2];
      fourth += samples[place + 3];
    }
    for (; place < at + count; place++) {
      first += samples[place];
    }
    return first + second + third + fourth;
  }

  private static float clipped(float sample) {
    float low = sample < 255 ? sample : 255;
    return low > 0 ? low : 0;
  }
}
