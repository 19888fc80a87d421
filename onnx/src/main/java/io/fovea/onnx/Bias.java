package io.fovea.onnx;

import io.fovea.network.Axis;
import io.fovea.network.Parameter;
import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Constants that are added to an activation and differ by its channel only. */
final class Bias {
  private Bias() {}

  /**
   * A value a channel.
   *
   * @param axes where the dimensions of the activation lie, with the last of which those of the
   *     constant are aligned
   * @return empty where the constant differs along another axis
   */
  static Optional<Parameter> of(Constant constant, List<Axis> axes, int channels) {
    int first = axes.size() - constant.rank();
    if (first < 0) {
      return Optional.empty();
    }
    for (int i = 0; i < constant.rank(); i++) {
      int length = constant.dimensions().get(i);
      boolean isChannel = axes.get(first + i) == Axis.CHANNEL;
      if (length != 1 && !(isChannel && length == channels)) {
        return Optional.empty();
      }
    }
    return Optional.of(
        constant.count() == channels
            ? constant.parameter("Bias", channels)
            : Parameter.wrap("Bias", repeated(constant.single(), channels), channels));
  }

  private static FloatBuffer repeated(float value, int count) {
    var values = new float[count];
    Arrays.fill(values, value);
    return FloatBuffer.wrap(values);
  }
}
