package io.fovea.network;

import io.fovea.tensor.Shape;
import java.util.List;
import java.util.Locale;

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
  public Softmax withInputs(List<String> newInputs) {
    return new Softmax(name, Inputs.single(this, newInputs), axis);
  }

  @Override
  public String type() {
    return "Softmax";
  }

  @Override
  public String description() {
    return axis == Axis.CHANNEL
        ? "softmax"
        : "softmax along the " + axis.name().toLowerCase(Locale.ROOT);
  }

  @Override
  public Shape outputShape(List<Shape> inputs) {
    return Inputs.only(this, inputs);
  }

  @Override
  public Window2d window(Shape in) {
    Window2d whole = Window2d.whole(in);
    return switch (axis) {
      case BATCH, CHANNEL -> Window2d.POINT;
      case HEIGHT -> new Window2d(whole.vertical(), Window.POINT);
      case WIDTH -> new Window2d(Window.POINT, whole.horizontal());
    };
  }
}
