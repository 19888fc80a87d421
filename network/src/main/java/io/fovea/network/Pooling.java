package io.fovea.network;

import io.fovea.tensor.Shape;
import java.util.List;

/** What the two pooling layers say alike. */
final class Pooling {
  private Pooling() {}

  /** The output shape, refusing windows that would lie in padding alone. */
  static Shape outputShape(Layer layer, List<Shape> inputs) {
    Shape in = Inputs.only(layer, inputs);
    Shape out = Inputs.windowed(layer, in, in.channels());
    for (Window window : List.of(layer.window(in).vertical(), layer.window(in).horizontal())) {
      if (Math.max(window.before(), window.after()) >= window.extent()) {
        throw Inputs.fault(
            layer,
            "padding %d and %d would hold whole windows over %d values; make it less than that"
                .formatted(window.before(), window.after(), window.extent()));
      }
    }
    return out;
  }

  static String description(
      String what,
      Size kernel,
      Stride stride,
      Padding padding,
      Dilation dilation,
      boolean ceilMode) {
    return kernel
        + " "
        + what
        + " pooling with stride "
        + stride
        + (dilation.equals(Dilation.ONE) ? "" : ", dilation factor " + dilation)
        + " and padding "
        + padding
        + (ceilMode ? ", sizes rounded up" : "");
  }
}
