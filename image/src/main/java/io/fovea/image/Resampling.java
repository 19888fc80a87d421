package io.fovea.image;

import java.util.Arrays;

/**
 * Resizes in two passes, one along each axis, with 8-bit samples in between: each new sample is the
 * weighted sum of old ones, rounded half up and kept within 0 to 255.
 */
final class Resampling {
  private Resampling() {}

  /** The rows first, then the columns of what is left; only old rows that are needed. */
  static Picture alongRowsFirst(Picture picture, Taps rows, Taps columns) {
    int start = rows.start();
    int end = rows.end();
    int channels = picture.channels();
    byte[] needed = picture.samples();
    int line = picture.width() * channels;
    byte[] narrow = new byte[(end - start) * columns.count() * channels];
    for (int row = start; row < end; row++) {
      pass(
          needed,
          row * line,
          channels,
          columns,
          narrow,
          (row - start) * columns.count() * channels);
    }
    var small = new byte[rows.count() * columns.count() * channels];
    pass(narrow, 0, columns.count() * channels, rows.from(start), small, 0);
    return Picture.wrap(rows.count(), columns.count(), channels, small);
  }

  /** The columns first: every row's height is changed before its width. */
  static Picture alongColumnsFirst(Picture picture, Taps rows, Taps columns) {
    int channels = picture.channels();
    int line = picture.width() * channels;
    var low = new byte[rows.count() * line];
    pass(picture.samples(), 0, line, rows, low, 0);
    var small = new byte[rows.count() * columns.count() * channels];
    for (int row = 0; row < rows.count(); row++) {
      pass(low, row * line, channels, columns, small, row * columns.count() * channels);
    }
    return Picture.wrap(rows.count(), columns.count(), channels, small);
  }

  /**
   * One pass along an axis whose samples are groups of {@code group} bytes, which stay apart.
   *
   * @param from where the axis begins in {@code old}
   * @param to where the new axis begins in {@code target}
   */
  private static void pass(byte[] old, int from, int group, Taps taps, byte[] target, int to) {
    if (group == 1) {
      single(old, from, taps, target, to);
    } else if (group == 3) {
      triple(old, from, taps, target, to);
    } else {
      wide(old, from, group, taps, target, to);
    }
  }

  private static void single(byte[] old, int from, Taps taps, byte[] target, int to) {
    for (int index = 0; index < taps.count(); index++) {
      int at = from + taps.first()[index];
      double sum = 0.5;
      for (double weight : taps.weights()[index]) {
        sum += weight * (old[at++] & 0xff);
      }
      target[to + index] = rounded(sum);
    }
  }

  private static void triple(byte[] old, int from, Taps taps, byte[] target, int to) {
    int next = to;
    for (int index = 0; index < taps.count(); index++) {
      int at = from + 3 * taps.first()[index];
      double red = 0.5;
      double green = 0.5;
      double blue = 0.5;
      for (double weight : taps.weights()[index]) {
        red += weight * (old[at] & 0xff);
        green += weight * (old[at + 1] & 0xff);
        blue += weight * (old[at + 2] & 0xff);
        at += 3;
      }
      target[next] = rounded(red);
      target[next + 1] = rounded(green);
      target[next + 2] = rounded(blue);
      next += 3;
    }
  }

  private static void wide(byte[] old, int from, int group, Taps taps, byte[] target, int to) {
    var sums = new double[group];
    for (int index = 0; index < taps.count(); index++) {
      Arrays.fill(sums, 0.5);
      int at = from + taps.first()[index] * group;
      for (double weight : taps.weights()[index]) {
        add(sums, weight, old, at);
        at += group;
      }
      int start = to + index * group;
      for (int place = 0; place < group; place++) {
        target[start + place] = rounded(sums[place]);
      }
    }
  }

  private static void add(double[] sums, double weight, byte[] old, int at) {
    for (int place = 0; place < sums.length; place++) {
      sums[place] += weight * (old[at + place] & 0xff);
    }
  }

  /** The whole part of what is at least 0, kept within a byte. */
  private static byte rounded(double sum) {
    return (byte) Math.max(0, Math.min(255, (int) sum));
  }
}
