package io.fovea.onnx;

import io.fovea.network.Axis;
import io.fovea.network.Layer;
import io.fovea.tensor.FoveaException;
import io.fovea.tensor.Shape;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The layers that were made of the graph so far, with their shapes where they have any. */
final class Layers {
  private final Map<String, Layer> layers = new LinkedHashMap<>();
  private final Map<String, Shape> shapes = new HashMap<>();
  private final List<String> assumedSizes = new ArrayList<>();

  /** Adds a layer whose activation has these dimensions in the graph. */
  Activation add(Layer layer, List<Axis> axes) {
    return add(layer, axes, infer(layer));
  }

  /** Adds a layer whose shape the graph says. */
  Activation add(Layer layer, List<Axis> axes, Optional<Shape> shape) {
    layers.put(layer.name(), layer);
    shape.ifPresent(known -> shapes.put(layer.name(), known));
    return Activation.of(layer.name(), axes, shape);
  }

  /** Puts a layer in the place of the one of its name, which gives the same shape. */
  void replace(Layer layer) {
    layers.put(layer.name(), layer);
  }

  /** Notes that the size of an image input was assumed, since the file leaves it open. */
  void assumeSize(String input) {
    assumedSizes.add(input);
  }

  /** The image inputs whose size was assumed. */
  List<String> assumedSizes() {
    return assumedSizes;
  }

  Optional<Layer> find(String name) {
    return Optional.ofNullable(layers.get(name));
  }

  List<Layer> all() {
    return List.copyOf(layers.values());
  }

  /** Drops the layers that none of these needs; their image inputs with them. */
  void keepNeeded(Collection<String> outputs) {
    var needed = new HashSet<String>();
    var open = new ArrayDeque<>(outputs);
    while (!open.isEmpty()) {
      String name = open.pop();
      if (needed.add(name)) {
        find(name).ifPresent(layer -> open.addAll(layer.inputs()));
      }
    }
    layers.keySet().retainAll(needed);
    assumedSizes.retainAll(needed);
  }

  /** The shape, or none where the layer can't work on its inputs: the analysis says why. */
  private Optional<Shape> infer(Layer layer) {
    var inputs = new ArrayList<Shape>();
    for (String input : layer.inputs()) {
      Shape shape = shapes.get(input);
      if (shape == null) {
        return Optional.empty();
      }
      inputs.add(shape);
    }
    try {
      return Optional.of(layer.outputShape(inputs));
    } catch (FoveaException e) {
      return Optional.empty();
    }
  }
}
