package io.fovea.network;

import io.fovea.tensor.Shape;
import java.util.List;

/**
 * Rectified linear unit: max(0, x) of every value; the shape stays (ONNX {@code Relu}).
 *
 * @param name the layer's name
 * @param input the layer whose activation it takes
 */
public record Relu(String name, String input) implements Layer {
  @Override
  public List<String> inputs() {
    return List.of(input);
  }

  @Override
  public Relu withInputs(List<String> newInputs) {
    return new Relu(name, Inputs.single(this, newInputs));
  }

  @Override
  public String type() {
    return "ReLU";
  }

  @Override
  public String description() {
    return "ReLU";
  }

  @Override
  public Shape outputShape(List<Shape> inputs) {
    return Inputs.only(this, inputs);
  }
}
