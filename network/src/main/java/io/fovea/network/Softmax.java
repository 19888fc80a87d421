package io.fovea.network;

import io.fovea.tensor.Shape;
import java.util.List;

/**
 * exp(x) / Σ exp(x) along an axis, mostly over the channels of each position; the shape stays (ONNX
 * {@code Softmax}).
 *
 * @param name the layer's name
 * @param input the layer whose activation it takes
 * @param axis along which the values add up to 1
 */
public record Softmax(String name, String input, Axis axis) implements Layer {
  /** Softmax over the channels. */
  public static Softmax of(String name, String input) {
    return new Softmax(name, input, Axis.CHANNEL);
  }

  @Override
  public List<String> inputs() {
    return List.of(input);
  }

  @Override
  public String type() {
    return "Softmax";
  }

  @Override
  public String description() {
    return "softmax";
  }

  @Override
  public Shape outputShape(List<Shape> inputs) {
    return Inputs.only(this, inputs);
  }
}
