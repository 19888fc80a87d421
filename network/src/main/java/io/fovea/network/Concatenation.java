package io.fovea.network;

import io.fovea.tensor.FoveaException;
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
  public Concatenation withInputs(List<String> newInputs) {
    Inputs.checkCount(this, newInputs.size());
    return new Concatenation(name, newInputs, axis);
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
        : "Concatenation of %d inputs along their %s".formatted(inputs.size(), axisWord());
  }

  private String axisWord() {
    return axis == Axis.CHANNEL ? "channels" : axis.name().toLowerCase(Locale.ROOT);
  }

  private Shape joined(Shape first, long length) {
    try {
      return axis.with(first, (int) Math.min(length, Integer.MAX_VALUE));
    } catch (FoveaException e) {
      throw Inputs.fault(this, e.getMessage());
    }
  }

  @Override
  public Shape outputShape(List<Shape> shapes) {
    Inputs.checkCount(this, shapes);
    Shape first = shapes.get(0);
    long length = 0;
    for (int i = 0; i < shapes.size(); i++) {
      Shape next = shapes.get(i);
      if (!axis.with(next, 1).equals(axis.with(first, 1))) {
        throw Inputs.fault(
            this,
            ("its inputs may differ in their %s only, but %s is %s and %s is %s; "
                    + "let them take the same strides and padding")
                .formatted(
                    axisWord(), inputs.get(0), first.itemText(), inputs.get(i), next.itemText()));
      }
      length += axis.of(next);
    }
    return joined(first, length);
  }

  @Override
  public Map<String, Object> hyperparameters() {
    return Hyperparameters.of("NumInputs", inputs.size());
  }
}
