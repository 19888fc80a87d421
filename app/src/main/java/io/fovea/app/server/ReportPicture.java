package io.fovea.app.server;

import io.fovea.image.ColorMap;
import io.fovea.image.Limits;
import io.fovea.image.Picture;
import io.fovea.tensor.Shape;
import io.fovea.tensor.Tensor;
import java.util.Base64;
import java.util.List;

/**
 * A picture inside a report.
 *
 * @param address a {@code data:} address that holds it as PNG
 * @param height in pixels
 * @param width in pixels
 */
record ReportPicture(String address, int height, int width) {
  private static final int LEAST_TILE_WITH_GAP = 5;

  /** A picture as it is. */
  static ReportPicture of(Picture picture) {
    return new ReportPicture(
        "data:image/png;base64," + Base64.getEncoder().encodeToString(picture.toPng()),
        picture.height(),
        picture.width());
  }

  /**
   * All channels as tiles, as near to square as it goes, on black.
   *
   * @param activation 1 × C × H × W
   * @param limits what is darkest and brightest in each channel
   * @param side how many pixels it may be high and wide; more only where a channel would vanish
   */
  static ReportPicture tiled(Tensor activation, List<Limits> limits, ColorMap map, int side) {
    Shape shape = activation.shape();
    int channels = shape.channels();
    int columns = (int) Math.ceil(Math.sqrt(channels));
    int rows = (channels + columns - 1) / columns;
    int step = Math.max(1, side / columns);
    int gap = channels > 1 && step >= LEAST_TILE_WITH_GAP ? 1 : 0;
    Tiles tiles = Tiles.of(shape, step - gap);
    byte[] drawn = tiles.draw(activation, limits);
    int width = columns * (tiles.width() + gap) - gap;
    int height = rows * (tiles.height() + gap) - gap;
    var levels = new byte[height * width];
    for (int channel = 0; channel < channels; channel++) {
      int top = channel / columns * (tiles.height() + gap);
      int left = channel % columns * (tiles.width() + gap);
      for (int row = 0; row < tiles.height(); row++) {
        int from = channel * tiles.bytes() + row * tiles.width();
        System.arraycopy(drawn, from, levels, (top + row) * width + left, tiles.width());
      }
    }
    return of(Colours.of(levels, height, width, map));
  }
}
