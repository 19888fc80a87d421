package io.fovea.image;

import java.util.Arrays;

/** Shrinks a picture by whole numbers: each new sample is the mean of a box of old ones. */
final class BoxReduction {
  private BoxReduction() {}

  /** The picture ⌈height / rows⌉ × ⌈width / columns⌉; boxes at the far borders may be smaller. */
  static Picture reduce(Picture picture, int rows, int columns) {
    if (rows == 1 && columns == 1) {
      return picture;
    }
    int channels = picture.channels();
    int height = (picture.height() + rows - 1) / rows;
    int width = (picture.width() + columns - 1) / columns;
    var small = new byte[height * width * channels];
    var sums = new int[width * channels];
    for (int row = 0; row < height; row++) {
      Arrays.fill(sums, 0);
      int end = Math.min((row + 1) * rows, picture.height());
      for (int old = row * rows; old < end; old++) {
        add(picture, old, columns, sums);
      }
      means(picture, sums, end - row * rows, columns, small, row * sums.length);
    }
    return Picture.wrap(height, width, channels, small);
  }

  /** Adds an old row's samples to the sums of their boxes. */
  private static void add(Picture picture, int row, int columns, int[] sums) {
    byte[] old = picture.samples();
    int channels = picture.channels();
    int width = picture.width();
    int from = row * width * channels;
    for (int box = 0, start = 0; start < width; box += channels, start += columns) {
      int count = Math.min(columns, width - start);
      for (int step = 0; step < count; step++) {
        for (int channel = 0; channel < channels; channel++) {
          sums[box + channel] += old[from++] & 0xff;
        }
      }
    }
  }

  private static void means(
      Picture picture, int[] sums, int rows, int columns, byte[] small, int to) {
    int channels = picture.channels();
    for (int place = 0; place < sums.length; place++) {
      int count = rows * Math.min(columns, picture.width() - place / channels * columns);
      small[to + place] = (byte) ((sums[place] + count / 2) / count);
    }
  }
}
