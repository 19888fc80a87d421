package io.fovea.network;

import io.fovea.tensor.Shape;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Activations one behind the other along an axis, mostly that of the channels (ONNX {@code
 * Concat}).
 *
 * @param name the layer's name
 * @param inputs the layers whose activations it takes, in order
 * @param axis along which axis; all others must be equal
 */
public record Concatenation(String name, List<String> inputs, Axis axis) implements Layer {
  /** Keeps a copy of the list. */
  public Concatenation {
    inputs = List.copyOf(inputs);
  }

  /** The channels of these layers, one behind the other. */
  public static Concatenation of(String name, String... inputs) {
    return new Concatenation(name, List.of(inputs), Axis.CHANNEL);
  }

  @Override
  public int mostInputs() {
    return Integer.MAX_VALUE;
  }

  @Override
  public String type() {
    return axis == Axis.CHANNEL ? "Depth concatenation" : "Concatenation";
  }

  @Override
  public String description() {
    return axis == Axis.CHANNEL
        ? "Depth concatenation of " + inputs.size() + " inputs"
        : "Concatenation of %d inputs along %s"
            .formatted(inputs.size(), axis.name().toLowerCase(Locale.ROOT));
  }

  @Override
  public Shape outputShape(List<Shape> shapes) {
    Inputs.checkCount(this, shapes);
    Shape first = shapes.get(0);
    int length = 0;
    for (int i = 0; i < shapes.size(); i++) {
      Shape next = shapes.get(i);
      Inputs.check(
          axis.with(next, 1).equals(axis.with(first, 1)),
          this,
          "its inputs may differ along %s only, but %s is %s and %s is %s"
              .formatted(
                  axis == Axis.CHANNEL ? "the channels" : axis.name().toLowerCase(Locale.ROOT),
                  inputs.get(0),
                  first.itemText(),
                  inputs.get(i),
                  next.itemText()));
      length = Math.addExact(length, axis.of(next));
    }
    return axis.with(first, length);
  }

  @Override
  public Map<String, Object> hyperparameters() {
    return Hyperparameters.of("NumInputs", inputs.size());
  }
}
