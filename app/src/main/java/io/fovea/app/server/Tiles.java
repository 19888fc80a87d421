package io.fovea.app.server;

import io.fovea.image.Limits;
import io.fovea.tensor.Shape;
import io.fovea.tensor.Tensor;
import java.util.List;

/**
 * The channels of an activation as small gray pictures, 8 bits a value: 0 is the lower end of the
 * scale, 255 the upper.
 *
 * <p>A channel larger than a tile is averaged over areas; a smaller one stays as it is, and the
 * page draws its values as squares.
 */
final class Tiles {
  private static final double WHITE = 255;

  private final int height;
  private final int width;
  private final int tileHeight;
  private final int tileWidth;

  private Tiles(int height, int width, int size) {
    this.height = height;
    this.width = width;
    double shrink = Math.min(1.0, size / (double) Math.max(height, width));
    this.tileHeight = (int) Math.max(1, Math.round(height * shrink));
    this.tileWidth = (int) Math.max(1, Math.round(width * shrink));
  }

  /**
   * Tiles for channels of this shape.
   *
   * @param size the most rows and columns of a tile
   */
  static Tiles of(Shape shape, int size) {
    return new Tiles(shape.height(), shape.width(), size);
  }

  /** Rows of a tile. */
  int height() {
    return tileHeight;
  }

  /** Columns of a tile. */
  int width() {
    return tileWidth;
  }

  /** Bytes of a tile. */
  int bytes() {
    return tileHeight * tileWidth;
  }

  /** All channels, one after another. */
  byte[] draw(Tensor activation, List<Limits> limits) {
    int channels = activation.shape().channels();
    var all = new byte[channels * bytes()];
    var plane = new float[height * width];
    for (int channel = 0; channel < channels; channel++) {
      activation.channel(0, channel).get(plane);
      draw(plane, limits.get(channel), all, channel * bytes());
    }
    return all;
  }

  /**
   * Makes of each level of drawn tiles how much it is more than the one above it, modulo 256; the
   * first rows stay. Neighbours are alike, so that this packs better, as the filter "up" of PNG
   * does.
   */
  byte[] differences(byte[] drawn) {
    for (int end = drawn.length; end > 0; end -= bytes()) {
      for (int i = end - 1; i >= end - bytes() + tileWidth; i--) {
        drawn[i] -= drawn[i - tileWidth];
      }
    }
    return drawn;
  }

  /** One channel, into this place. */
  void draw(Tensor activation, int channel, Limits limits, byte[] target, int at) {
    var plane = new float[height * width];
    activation.channel(0, channel).get(plane);
    draw(plane, limits, target, at);
  }

  private void draw(float[] plane, Limits limits, byte[] target, int at) {
    double factor =
        limits.least() == limits.greatest() ? WHITE : WHITE / (limits.greatest() - limits.least());
    double zero = limits.least() == limits.greatest() ? 0 : limits.least();
    if (tileHeight == height && tileWidth == width) {
      for (int i = 0; i < plane.length; i++) {
        target[at + i] = level((plane[i] - zero) * factor);
      }
    } else {
      shrink(plane, zero, factor, target, at);
    }
  }

  private void shrink(float[] plane, double zero, double factor, byte[] target, int at) {
    var means = new float[tileWidth];
    for (int row = 0; row < tileHeight; row++) {
      int top = AreaMeans.first(row, tileHeight, height);
      int bottom = AreaMeans.end(row, tileHeight, height);
      AreaMeans.row(plane, top * width, bottom - top, width, means);
      for (int column = 0; column < tileWidth; column++) {
        target[at + row * tileWidth + column] = level((means[column] - zero) * factor);
      }
    }
  }

  private static byte level(double scaled) {
    return (byte) Math.round((float) Math.min(Math.max(scaled, 0), WHITE));
  }
}
