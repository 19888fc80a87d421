package io.fovea.app.server;

import io.fovea.explain.ChannelStatistics;
import io.fovea.image.Limits;
import io.fovea.image.Picture;
import io.fovea.image.Scale;
import io.fovea.tensor.Shape;
import io.fovea.tensor.Tensor;
import java.util.Arrays;
import java.util.List;

/**
 * What a layer makes of an input, in small.
 *
 * @param channel its most varied channel, from 0; of channels of one value each the greatest
 * @param picture that channel, or the values of all row by row, gray
 */
record Thumbnail(int channel, Picture picture) {
  /**
   * Draws one.
   *
   * @param size its most rows and columns
   */
  static Thumbnail of(Look look, String layer, int size) {
    List<ChannelStatistics> statistics = look.statistics(layer);
    Tensor activation = look.activation(layer);
    Shape shape = activation.shape();
    if (shape.height() * shape.width() == 1) {
      int channel = Greatest.of(statistics, ChannelStatistics::greatest);
      Limits limits = Scale.layer().limits(activation).get(0);
      return new Thumbnail(channel, draw(square(activation), 0, limits, size));
    }
    int channel = MostVaried.of(statistics);
    Limits limits = OwnLimits.of(activation, channel, statistics.get(channel));
    return new Thumbnail(channel, draw(activation, channel, limits, size));
  }

  private static Picture draw(Tensor activation, int channel, Limits limits, int size) {
    Tiles tiles = Tiles.of(activation.shape(), size);
    var levels = new byte[tiles.bytes()];
    tiles.draw(activation, channel, limits, levels, 0);
    return Picture.of(tiles.height(), tiles.width(), 1, levels);
  }

  /** Channels of one value each, row by row in one picture. */
  static Tensor square(Tensor activation) {
    int side = (int) Math.ceil(Math.sqrt(activation.shape().channels()));
    float[] values = activation.toArray();
    var square = Arrays.copyOf(values, side * side);
    Arrays.fill(square, values.length, square.length, least(values));
    return Tensor.wrap(Shape.of(1, 1, side, side), square);
  }

  private static float least(float[] values) {
    float least = Float.POSITIVE_INFINITY;
    for (float value : values) {
      least = Math.min(least, value);
    }
    return least;
  }
}
