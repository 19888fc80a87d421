package io.fovea.explain;

import io.fovea.network.Addition;
import io.fovea.network.Axis;
import io.fovea.network.Concatenation;
import io.fovea.network.Layer;
import io.fovea.network.Softmax;
import io.fovea.network.Window2d;
import io.fovea.tensor.Shape;
import java.util.List;
import java.util.Map;

/**
 * Which places of an input some places of a layer's activation look at, along its rows or columns.
 * For most layers their window says it; here are those that see their inputs otherwise.
 */
interface LooksBack {
  /** The layers that {@link Layer#window} alone doesn't tell about. */
  Map<Class<? extends Layer>, LooksBack> OTHERWISE =
      Map.of(
          Addition.class, LooksBack::addition,
          Concatenation.class, LooksBack::concatenation,
          Softmax.class, LooksBack::softmax);

  /**
   * The places seen, not clipped to the input.
   *
   * @param inputs the shapes of what the layer takes
   * @param index which of them is looked at
   * @param axis the rows or the columns
   * @param places of the layer's own activation
   */
  Span look(Layer layer, List<Shape> inputs, int index, Axis axis, Span places);

  /** How this layer looks back. */
  static LooksBack of(Layer layer) {
    return OTHERWISE.getOrDefault(layer.getClass(), LooksBack::window);
  }

  private static Span window(Layer layer, List<Shape> inputs, int index, Axis axis, Span places) {
    Window2d window = layer.window(inputs.get(index));
    return places.through(axis == Axis.HEIGHT ? window.vertical() : window.horizontal());
  }

  /** An axis of length 1 stands for all the places of the others'. */
  private static Span addition(Layer layer, List<Shape> inputs, int index, Axis axis, Span places) {
    return axis.of(inputs.get(index)) == 1 ? new Span(0, 0) : places;
  }

  /** What stands behind other inputs begins where they end. */
  private static Span concatenation(
      Layer layer, List<Shape> inputs, int index, Axis axis, Span places) {
    if (((Concatenation) layer).axis() != axis) {
      return places;
    }
    int before = inputs.subList(0, index).stream().mapToInt(axis::of).sum();
    return places.moved(-before);
  }

  /** Every place along its axis sees all of it. */
  private static Span softmax(Layer layer, List<Shape> inputs, int index, Axis axis, Span places) {
    return ((Softmax) layer).axis() == axis ? new Span(0, axis.of(inputs.get(index)) - 1) : places;
  }
}
