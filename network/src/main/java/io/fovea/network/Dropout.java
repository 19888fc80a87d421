package io.fovea.network;

import io.fovea.tensor.Shape;
import java.util.List;
import java.util.Map;

/**
 * Dropout: in training sets values to zero with this probability, afterwards passes them on as they
 * are (ONNX {@code Dropout}; Srivastava et al., 2014).
 *
 * @param name the layer's name
 * @param input the layer whose activation it takes
 * @param probability from 0 to 1
 */
public record Dropout(String name, String input, float probability) implements Layer {
  /**
   * Checks the probability.
   *
   * @throws NetworkException if it isn't one
   */
  public Dropout {
    if (!(probability >= 0 && probability <= 1)) {
      throw new NetworkException(
          name + ": a probability lies between 0 and 1, but is " + probability);
    }
  }

  @Override
  public List<String> inputs() {
    return List.of(input);
  }

  @Override
  public Dropout withInputs(List<String> newInputs) {
    return new Dropout(name, Inputs.single(this, newInputs), probability);
  }

  @Override
  public String type() {
    return "Dropout";
  }

  @Override
  public String description() {
    return Math.round(100 * probability) + "% dropout";
  }

  @Override
  public Shape outputShape(List<Shape> inputs) {
    return Inputs.only(this, inputs);
  }

  @Override
  public Map<String, Object> hyperparameters() {
    return Hyperparameters.of("Probability", (double) probability);
  }
}
