package io.fovea.app.server;

import io.fovea.tensor.Shape;
import io.fovea.tensor.Tensor;

/** One channel of an activation, by itself. */
final class ChannelPlane {
  private ChannelPlane() {}

  /**
   * A copy of its values.
   *
   * @param activation N × C × H × W, of which the first item is looked at
   * @param channel from 0
   * @return 1 × 1 × H × W
   */
  static Tensor of(Tensor activation, int channel) {
    Shape shape = Shape.of(1, 1, activation.shape().height(), activation.shape().width());
    var values = new float[shape.elementCount()];
    activation.channel(0, channel).get(values);
    return Tensor.wrap(shape, values);
  }
}
