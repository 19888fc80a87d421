package io.fovea.image;

/** Paints one montage, tile after tile, line after line. */
final class MontagePainter {
  /** Steps of a colour map, and one more for what is no number. */
  private static final int NAN_STEP = 256;

  private final Montage montage;
  private final Montage.Grid grid;
  private final Montage.Thumbnail tile;
  private final int samplesPerPixel;
  private final byte[] palette;
  private final int pictureHeight;
  private final int pictureWidth;

  MontagePainter(Montage montage, Montage.Grid grid, Montage.Thumbnail tile) {
    this.montage = montage;
    this.grid = grid;
    this.tile = tile;
    this.samplesPerPixel = montage.colorMap() == ColorMap.GRAY ? 1 : 3;
    this.palette = palette(montage.colorMap(), samplesPerPixel);
    long height = grid.rows() * (tile.height() + 2L * montage.border());
    long width = grid.columns() * (tile.width() + 2L * montage.border());
    if (height > PixelLimit.PIXELS / width) {
      throw new ImageException(
          "the montage would be %,d × %,d pixels (height × width), more than the %,d that are drawn; ask for smaller thumbnails or a smaller grid"
              .formatted(height, width, PixelLimit.PIXELS));
    }
    this.pictureHeight = (int) height;
    this.pictureWidth = (int) width;
  }

  Picture paint() {
    var samples = new byte[pictureHeight * pictureWidth * samplesPerPixel];
    int tiles =
        (int)
            Math.min(montage.activation().shape().channels(), (long) grid.rows() * grid.columns());
    var limits = montage.limits();
    for (int channel = 0; channel < tiles; channel++) {
      int border = montage.border();
      int top = channel / grid.columns() * (tile.height() + 2 * border) + border;
      int left = channel % grid.columns() * (tile.width() + 2 * border) + border;
      paint(channel, limits.get(channel), samples, top, left);
    }
    return Picture.wrap(pictureHeight, pictureWidth, samplesPerPixel, samples);
  }

  private void paint(int channel, Limits limits, byte[] samples, int top, int left) {
    var shape = montage.activation().shape();
    var values = montage.activation().channel(0, channel);
    var line = new float[shape.width()];
    var steps = new int[shape.width()];
    var columns = nearest(tile.width(), shape.width());
    var rows = nearest(tile.height(), shape.height());
    for (int row = 0; row < rows.length; row++) {
      if (row == 0 || rows[row] != rows[row - 1]) {
        values.get(rows[row] * line.length, line);
        toSteps(line, limits, steps);
      }
      int to = ((top + row) * pictureWidth + left) * samplesPerPixel;
      for (int column : columns) {
        int from = steps[column] * samplesPerPixel;
        samples[to++] = palette[from];
        if (samplesPerPixel == 3) {
          samples[to++] = palette[from + 1];
          samples[to++] = palette[from + 2];
        }
      }
    }
  }

  /** The steps of {@link Limits#unit}, in a loop that does nothing else. */
  private static void toSteps(float[] line, Limits limits, int[] steps) {
    boolean flat = limits.least() == limits.greatest();
    double least = flat ? 0 : limits.least();
    double range = flat ? 1 : limits.greatest() - limits.least();
    for (int i = 0; i < line.length; i++) {
      double unit = (line[i] - least) / range;
      if (unit > 0) {
        steps[i] = unit < 1 ? (int) (unit * 255 + 0.5) : 255;
      } else {
        steps[i] = unit <= 0 ? 0 : NAN_STEP;
      }
    }
  }

  /** For each pixel of a side the value that lies nearest to its middle. */
  private static int[] nearest(int pixels, int values) {
    var indices = new int[pixels];
    for (int pixel = 0; pixel < pixels; pixel++) {
      indices[pixel] = (int) ((2L * pixel + 1) * values / (2L * pixels));
    }
    return indices;
  }

  private static byte[] palette(ColorMap colorMap, int samplesPerPixel) {
    var palette = new byte[(NAN_STEP + 1) * samplesPerPixel];
    for (int step = 0; step < NAN_STEP; step++) {
      int color = colorMap.rgb(step / 255.0);
      for (int sample = samplesPerPixel - 1; sample >= 0; sample--, color >>= 8) {
        palette[step * samplesPerPixel + sample] = (byte) color;
      }
    }
    return palette;
  }
}
