package io.fovea.network;

import io.fovea.tensor.Shape;
import java.util.List;

/**
 * All values of an item as channels: N × C × H × W becomes N × (C · H · W) × 1 × 1, in that order
 * (ONNX {@code Flatten}, axis 1).
 *
 * @param name the layer's name
 * @param input the layer whose activation it takes
 */
public record Flatten(String name, String input) implements Layer {
  @Override
  public List<String> inputs() {
    return List.of(input);
  }

  @Override
  public Flatten withInputs(List<String> newInputs) {
    return new Flatten(name, Inputs.single(this, newInputs));
  }

  @Override
  public String type() {
    return "Flatten";
  }

  @Override
  public String description() {
    return "Flatten";
  }

  @Override
  public Shape outputShape(List<Shape> inputs) {
    Shape in = Inputs.only(this, inputs);
    return Shape.of(in.batch(), in.itemElementCount(), 1, 1);
  }

  /** All of the input: what is spread over rows and columns before stands in one place after. */
  @Override
  public Window2d window(Shape in) {
    return Window2d.whole(in);
  }
}
