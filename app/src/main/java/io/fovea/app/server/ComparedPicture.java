package io.fovea.app.server;

import io.fovea.image.Limits;
import io.fovea.image.Scale;
import io.fovea.tensor.Tensor;
import java.util.Arrays;

/**
 * What is drawn of one side of a layer, in small.
 *
 * @param activation 1 × C × H × W
 * @param channel that is drawn
 * @param limits the ends of its scale
 */
record ComparedPicture(Tensor activation, int channel, Limits limits) {
  private static final byte MIDDLE = (byte) 128;

  /** Of a layer by itself: the channel that shows most, or the values of all, row by row. */
  static ComparedPicture of(LayerLook look) {
    return look.isOneValue() ? ofValues(look.activation()) : ofChannel(look, look.mostVaried());
  }

  /** A channel on its own scale. */
  static ComparedPicture ofChannel(LayerLook look, int channel) {
    return new ComparedPicture(look.activation(), channel, look.limits(channel));
  }

  /** Channels of one value each, on the scale of all. */
  static ComparedPicture ofValues(Tensor values) {
    return new ComparedPicture(Thumbnail.square(values), 0, Scale.layer().limits(values).get(0));
  }

  /** The same on another scale. */
  ComparedPicture on(Limits scale) {
    return new ComparedPicture(activation, channel, scale);
  }

  /**
   * Its levels. What is one value all over is middle gray: it has nothing that is dark or light.
   */
  byte[] draw(Tiles tiles) {
    var levels = new byte[tiles.bytes()];
    if (limits.least() == limits.greatest()) {
      Arrays.fill(levels, MIDDLE);
    } else {
      tiles.draw(activation, channel, limits, levels, 0);
    }
    return levels;
  }
}
