package io.fovea.explain;

import io.fovea.network.Axis;
import io.fovea.network.Layer;
import io.fovea.network.Window2d;
import io.fovea.tensor.Shape;
import java.util.List;

/**
 * Where a layer stands.
 *
 * @param inputs the shapes of what it takes
 * @param colours whether it looks at the colours of a picture
 */
record Circumstances(List<Shape> inputs, boolean colours) {
  Shape input() {
    return inputs.get(0);
  }

  /** Whether the layer's window reaches into padding anywhere. */
  boolean padded(Layer layer) {
    Window2d window = layer.window(input());
    return window.vertical().before() > 0
        || window.vertical().after() > 0
        || window.horizontal().before() > 0
        || window.horizontal().after() > 0;
  }

  /** Whether the layer's last window hangs over the end. */
  boolean overhanging(Layer layer) {
    Window2d window = layer.window(input());
    return window.vertical().overhang(input().height()) > 0
        || window.horizontal().overhang(input().width()) > 0;
  }

  /** Whether a channel of the input is one value. */
  boolean single() {
    return input().height() == 1 && input().width() == 1;
  }

  /** The inputs' lengths along an axis, {@code 64 + 64}. */
  String lengths(Axis axis) {
    return String.join(" + ", inputs.stream().map(shape -> Numbers.text(axis.of(shape))).toList());
  }
}
