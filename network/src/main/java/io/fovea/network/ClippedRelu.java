package io.fovea.network;

import io.fovea.tensor.Shape;
import java.util.List;
import java.util.Map;

/**
 * Rectified linear unit with a ceiling: min(ceiling, max(0, x)) of every value; the shape stays
 * (ONNX {@code Clip}; with 6 it is the ReLU6 of Sandler et al., 2018).
 *
 * @param name the layer's name
 * @param input the layer whose activation it takes
 * @param ceiling the greatest value that it gives, above 0
 */
public record ClippedRelu(String name, String input, float ceiling) implements Layer {
  /**
   * Checks the ceiling.
   *
   * @throws NetworkException if it isn't a number above 0
   */
  public ClippedRelu {
    if (!(ceiling > 0 && Float.isFinite(ceiling))) {
      throw new NetworkException(
          name + ": a ceiling is a number above 0, but this one is " + ceiling);
    }
  }

  @Override
  public List<String> inputs() {
    return List.of(input);
  }

  @Override
  public ClippedRelu withInputs(List<String> newInputs) {
    return new ClippedRelu(name, Inputs.single(this, newInputs), ceiling);
  }

  @Override
  public String type() {
    return "Clipped ReLU";
  }

  @Override
  public String description() {
    return "Clipped ReLU with ceiling " + (ceiling == (int) ceiling ? "" + (int) ceiling : ceiling);
  }

  @Override
  public Shape outputShape(List<Shape> inputs) {
    return Inputs.only(this, inputs);
  }

  @Override
  public Map<String, Object> hyperparameters() {
    return Hyperparameters.of("Ceiling", (double) ceiling);
  }
}
