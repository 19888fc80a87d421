package io.fovea.learn;

import io.fovea.image.Picture;
import java.util.Arrays;
import java.util.SplittableRandom;

/** Samples from 0 to 255, one channel's plane after another. */
final class Planes {
  private static final float GRAY = 127.5f;
  private static final double LEAST_ERASED = 0.02;
  private static final double MOST_ERASED = 0.33;
  private static final double MOST_STRETCHED = 3.3;

  private Planes() {}

  /** The samples rounded to a picture. */
  static Picture toPicture(float[] planes, int height, int width, int channels) {
    var samples = new byte[planes.length];
    int plane = height * width;
    for (int channel = 0; channel < channels; channel++) {
      for (int place = 0; place < plane; place++) {
        samples[place * channels + channel] = (byte) (int) (planes[channel * plane + place] + 0.5f);
      }
    }
    return Picture.of(height, width, channels, samples);
  }

  /** Makes one rectangle of random size, proportions and place gray. */
  static void erase(
      SplittableRandom random, float[] planes, int at, int height, int width, int channels) {
    double area = LEAST_ERASED + (MOST_ERASED - LEAST_ERASED) * random.nextDouble();
    double stretch = Math.pow(MOST_STRETCHED, 2 * random.nextDouble() - 1);
    double side = Math.sqrt(area * height * width);
    int rows = (int) Math.min(height, Math.max(1, Math.round(side * Math.sqrt(stretch))));
    int columns = (int) Math.min(width, Math.max(1, Math.round(side / Math.sqrt(stretch))));
    int top = random.nextInt(height - rows + 1);
    int left = random.nextInt(width - columns + 1);
    for (int channel = 0; channel < channels; channel++) {
      for (int row = top; row < top + rows; row++) {
        int from = at + (channel * height + row) * width + left;
        Arrays.fill(planes, from, from + columns, GRAY);
      }
    }
  }

  /** Repeats the first plane in two more. */
  static void repeat(float[] planes, int at, int plane) {
    System.arraycopy(planes, at, planes, at + plane, plane);
    System.arraycopy(planes, at, planes, at + 2 * plane, plane);
  }
}
