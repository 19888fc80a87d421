package io.fovea.image;

/**
 * Samples a picture bilinearly at the places an affine map gives. Beyond its borders the picture is
 * mirrored.
 */
final class AffineSampling {
  /** Places are counted in units of 2⁻³² pixels, so that a row's last is as exact as its first. */
  private static final double ONE = 0x1p32;

  private final int height;
  private final int width;
  private final int channels;
  private final byte[] samples;

  AffineSampling(Picture picture) {
    this.height = picture.height();
    this.width = picture.width();
    this.channels = picture.channels();
    this.samples = picture.samples();
  }

  /** Writes one plane of {@code rows} × {@code columns} values after another. */
  void sample(Affine map, int rows, int columns, float[] target, int at) {
    long right = fixed(map.xx());
    long down = fixed(map.yx());
    for (int row = 0; row < rows; row++) {
      long x = fixed(map.xx() * 0.5 + map.xy() * (row + 0.5) + map.x0() - 0.5);
      long y = fixed(map.yx() * 0.5 + map.yy() * (row + 0.5) + map.y0() - 0.5);
      int to = at + row * columns;
      if (channels == 1) {
        gray(x, y, right, down, target, to, columns);
      } else {
        colours(x, y, right, down, target, to, columns, rows * columns);
      }
    }
  }

  private static long fixed(double place) {
    return Math.round(place * ONE);
  }

  private void gray(
      long startX, long startY, long right, long down, float[] target, int to, int columns) {
    long x = startX;
    long y = startY;
    for (int column = 0; column < columns; column++, x += right, y += down) {
      int left = inside((int) (x >> 32), width);
      int next = inside((int) (x >> 32) + 1, width);
      int upper = inside((int) (y >> 32), height) * width;
      int lower = inside((int) (y >> 32) + 1, height) * width;
      float fx = fraction(x);
      float fy = fraction(y);
      target[to + column] =
          mixed(
              samples[upper + left],
              samples[upper + next],
              samples[lower + left],
              samples[lower + next],
              fx,
              fy);
    }
  }

  private void colours(
      long startX,
      long startY,
      long right,
      long down,
      float[] target,
      int to,
      int columns,
      int plane) {
    byte[] old = samples;
    long x = startX;
    long y = startY;
    for (int pixel = to; pixel < to + columns; pixel++, x += right, y += down) {
      int column = (int) (x >> 32);
      int row = (int) (y >> 32);
      int a = 3 * (row * width + column);
      int b = a + 3;
      int c = a + 3 * width;
      int d = c + 3;
      if ((column | row | width - 2 - column | height - 2 - row) < 0) {
        int left = 3 * inside(column, width);
        int next = 3 * inside(column + 1, width);
        int upper = 3 * width * inside(row, height);
        int lower = 3 * width * inside(row + 1, height);
        a = upper + left;
        b = upper + next;
        c = lower + left;
        d = lower + next;
      }
      float fx = fraction(x);
      float fy = fraction(y);
      target[pixel] = mixed(old[a], old[b], old[c], old[d], fx, fy);
      target[pixel + plane] = mixed(old[a + 1], old[b + 1], old[c + 1], old[d + 1], fx, fy);
      target[pixel + 2 * plane] = mixed(old[a + 2], old[b + 2], old[c + 2], old[d + 2], fx, fy);
    }
  }

  private static float mixed(byte a, byte b, byte c, byte d, float fx, float fy) {
    float above = (a & 0xff) + fx * ((b & 0xff) - (a & 0xff));
    float below = (c & 0xff) + fx * ((d & 0xff) - (c & 0xff));
    return above + fy * (below - above);
  }

  private static float fraction(long place) {
    return ((int) place >>> 8) * 0x1p-24f;
  }

  /** The place itself, or its mirror image where it lies outside. */
  private static int inside(int place, int length) {
    if (place >= 0 && place < length) {
      return place;
    }
    int folded = Math.floorMod(place, 2 * length);
    return folded < length ? folded : 2 * length - 1 - folded;
  }
}
