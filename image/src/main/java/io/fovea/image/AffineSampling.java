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

  /**
   * Where the middles of a new row's pixels lie among the middles of the old ones.
   *
   * @param x the first one's column
   * @param y the first one's row
   * @param right columns from one to the next
   * @param down rows from one to the next
   */
  private record Line(long x, long y, long right, long down) {
    static Line of(Affine map, int row) {
      return new Line(
          fixed(map.xx() * 0.5 + map.xy() * (row + 0.5) + map.x0() - 0.5),
          fixed(map.yx() * 0.5 + map.yy() * (row + 0.5) + map.y0() - 0.5),
          fixed(map.xx()),
          fixed(map.yx()));
    }

    private static long fixed(double place) {
      return Math.round(place * ONE);
    }
  }

  /** Writes one plane of {@code rows} × {@code columns} values after another. */
  void sample(Affine map, int rows, int columns, float[] target, int at) {
    for (int row = 0; row < rows; row++) {
      var line = Line.of(map, row);
      if (channels == 1) {
        gray(line, columns, target, at + row * columns);
      } else {
        colours(line, columns, target, at + row * columns, rows * columns);
      }
    }
  }

  private void gray(Line line, int columns, float[] target, int to) {
    byte[] old = samples;
    long x = line.x;
    long y = line.y;
    for (int pixel = to; pixel < to + columns; pixel++, x += line.right, y += line.down) {
      int left = inside((int) (x >> 32), width);
      int next = inside((int) (x >> 32) + 1, width);
      int upper = inside((int) (y >> 32), height) * width;
      int lower = inside((int) (y >> 32) + 1, height) * width;
      target[pixel] =
          mixed(
              old[upper + left],
              old[upper + next],
              old[lower + left],
              old[lower + next],
              fraction(x),
              fraction(y));
    }
  }

  private void colours(Line line, int columns, float[] target, int to, int plane) {
    byte[] old = samples;
    long x = line.x;
    long y = line.y;
    for (int pixel = to; pixel < to + columns; pixel++, x += line.right, y += line.down) {
      int left = 3 * inside((int) (x >> 32), width);
      int next = 3 * inside((int) (x >> 32) + 1, width);
      int upper = 3 * width * inside((int) (y >> 32), height);
      int lower = 3 * width * inside((int) (y >> 32) + 1, height);
      float fx = fraction(x);
      float fy = fraction(y);
      int a = upper + left;
      int b = upper + next;
      int c = lower + left;
      int d = lower + next;
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
