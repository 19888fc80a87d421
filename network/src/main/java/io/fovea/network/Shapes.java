package io.fovea.network;

import io.fovea.tensor.Shape;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Shape inference: the shape of every activation, from the shapes of the inputs. */
public final class Shapes {
  private Shapes() {}

  /**
   * Every layer's shape for a batch at the network's own input size.
   *
   * @param batch how many items, at least 1
   * @throws NetworkException at the first layer that can't work on what it is given
   */
  public static Map<String, Shape> of(Network network, int batch) {
    var inputs = new LinkedHashMap<String, Shape>();
    for (ImageInput input : network.imageInputs()) {
      inputs.put(input.name(), input.shape(batch));
    }
    return of(network, inputs);
  }

  /**
   * Every layer's shape, in the network's order.
   *
   * @param inputs a shape for each image input, by its name
   * @throws NetworkException if an image input is given no shape or one of other channels, a shape
   *     belongs to no image input, or at the first layer that can't work on what it is given
   */
  public static Map<String, Shape> of(Network network, Map<String, Shape> inputs) {
    checkGiven(network, inputs);
    var shapes = new LinkedHashMap<String, Shape>();
    for (Layer layer : network.layers()) {
      Shape given = inputs.get(layer.name());
      shapes.put(layer.name(), given != null ? given : infer(network, layer, shapes));
    }
    return shapes;
  }

  private static void checkGiven(Network network, Map<String, Shape> inputs) {
    List<String> names = network.imageInputs().stream().map(ImageInput::name).toList();
    for (String name : inputs.keySet()) {
      if (!names.contains(name)) {
        throw new NetworkException(
            "%s: %s has no image input of this name; %s"
                .formatted(
                    name,
                    network.name(),
                    names.isEmpty() ? "it has none at all" : "use " + String.join(", ", names)));
      }
    }
    for (ImageInput input : network.imageInputs()) {
      Shape given = inputs.get(input.name());
      if (given == null) {
        throw Inputs.fault(input, "nothing is given to it; give it " + input.description());
      }
      if (given.channels() != input.channels()) {
        throw Inputs.fault(
            input,
            "it takes %d channels, but is given %s; give it %s"
                .formatted(input.channels(), given.itemText(), input.description()));
      }
    }
  }

  private static Shape infer(Network network, Layer layer, Map<String, Shape> shapes) {
    List<Shape> inputs =
        layer.inputs().stream()
            .map(
                input -> {
                  Shape shape = shapes.get(input);
                  if (shape == null) {
                    throw Inputs.fault(layer, Inputs.missing(network, input));
                  }
                  return shape;
                })
            .toList();
    return layer.outputShape(inputs);
  }
}
