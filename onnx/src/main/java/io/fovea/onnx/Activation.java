package io.fovea.onnx;

import io.fovea.network.Axis;
import io.fovea.network.Padding;
import io.fovea.tensor.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The activation of a layer, as a tensor of the graph: the graph's dimensions may be fewer than
 * four, or in another order, without any number moving in memory.
 *
 * @param layer the layer's name
 * @param axes which axis of N × C × H × W each dimension of the graph's tensor is; an axis that is
 *     none of them has length 1
 * @param shape N × C × H × W at the size that the file was made for; empty where a fault before it
 *     leaves it open
 * @param pad zeros that the graph puts round it and that the next layer has to take upon itself
 * @param shared whether more than one node takes it, or another view of the same layer
 */
record Activation(
    String layer, List<Axis> axes, Optional<Shape> shape, Optional<Padding> pad, boolean shared)
    implements Value {

  Activation {
    axes = List.copyOf(axes);
  }

  /** A layer's activation with as many dimensions as this. */
  static Activation of(String layer, List<Axis> axes, Optional<Shape> shape) {
    return new Activation(layer, axes, shape, Optional.empty(), false);
  }

  /** How many dimensions the graph's tensor has. */
  int rank() {
    return axes.size();
  }

  /** Another view of the same numbers. */
  Activation withAxes(List<Axis> newAxes) {
    return new Activation(layer, newAxes, shape, pad, shared);
  }

  Activation withPad(Padding newPad) {
    return new Activation(layer, axes, shape, Optional.of(newPad), shared);
  }

  Activation asShared() {
    return new Activation(layer, axes, shape, pad, true);
  }

  /** The graph's dimensions, where they are known. */
  Optional<List<Integer>> dimensions() {
    return shape.map(
        known -> {
          var dimensions = new ArrayList<Integer>();
          for (Axis axis : axes) {
            dimensions.add(axis.of(known));
          }
          return dimensions;
        });
  }
}
