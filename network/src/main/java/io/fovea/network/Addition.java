package io.fovea.network;

import io.fovea.tensor.Shape;
import java.util.List;

/**
 * The sum of two or more activations, value by value; an axis of length 1 is repeated to the length
 * of the others' (ONNX {@code Add}, {@code Sum}).
 *
 * @param name the layer's name
 * @param inputs the layers whose activations it takes, at least two
 */
public record Addition(String name, List<String> inputs) implements Layer {
  /** Keeps a copy of the list. */
  public Addition {
    inputs = List.copyOf(inputs);
  }

  /** The sum of these layers. */
  public static Addition of(String name, String... inputs) {
    return new Addition(name, List.of(inputs));
  }

  @Override
  public Addition withInputs(List<String> newInputs) {
    Inputs.checkCount(this, newInputs.size());
    return new Addition(name, newInputs);
  }

  @Override
  public int leastInputs() {
    return 2;
  }

  @Override
  public int mostInputs() {
    return Integer.MAX_VALUE;
  }

  @Override
  public String type() {
    return "Addition";
  }

  @Override
  public String description() {
    return "Element-wise addition of " + inputs.size() + " inputs";
  }

  @Override
  public Shape outputShape(List<Shape> shapes) {
    Inputs.checkCount(this, shapes);
    Shape sum = shapes.get(0);
    for (int i = 1; i < shapes.size(); i++) {
      sum = broadcast(sum, shapes.get(i), inputs.get(i));
    }
    return sum;
  }

  private Shape broadcast(Shape sum, Shape next, String input) {
    Shape result = sum;
    for (Axis axis : Axis.values()) {
      int one = axis.of(sum);
      int other = axis.of(next);
      if (one != other && one != 1 && other != 1) {
        throw Inputs.fault(
            this,
            ("its inputs must have one size, but %s is %s and what comes before it %s; "
                    + "let them take the same strides, padding and filters")
                .formatted(input, next.itemText(), sum.itemText()));
      }
      result = axis.with(result, Math.max(one, other));
    }
    return result;
  }
}
