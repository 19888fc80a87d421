package io.fovea.network;

import io.fovea.tensor.Shape;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Shape inference: the shape of every activation, from the shapes of the inputs. */
public final class Shapes {
  private Shapes() {}

  /** Every layer's shape for a batch at the network's own input size. */
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
   * @throws NetworkException at the first layer that can't work on what it is given
   */
  public static Map<String, Shape> of(Network network, Map<String, Shape> inputs) {
    var shapes = new LinkedHashMap<String, Shape>();
    for (Layer layer : network.layers()) {
      Shape given = inputs.get(layer.name());
      shapes.put(layer.name(), given != null ? given : infer(layer, shapes));
    }
    return shapes;
  }

  private static Shape infer(Layer layer, Map<String, Shape> shapes) {
    List<Shape> inputs =
        layer.inputs().stream()
            .map(
                input -> {
                  Shape shape = shapes.get(input);
                  if (shape == null) {
                    throw new NetworkException(
                        layer.name() + ": takes " + input + ", which isn't there before it");
                  }
                  return shape;
                })
            .toList();
    return layer.outputShape(inputs);
  }
}
