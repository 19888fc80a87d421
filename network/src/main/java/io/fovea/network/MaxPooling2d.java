package io.fovea.network;

import io.fovea.tensor.Shape;
import java.util.List;
import java.util.Map;

/**
 * The maximum of each window; padding never wins.
 *
 * <p>Input N × C × H × W, output N × C × H' × W' with H' = ⌊(H + top + bottom − dilation · (kernel
 * − 1) − 1) / stride⌋ + 1, rounded up in ceil mode (ONNX {@code MaxPool}).
 *
 * @param name the layer's name
 * @param input the layer whose activation it takes
 * @param kernel rows and columns of the window
 * @param stride how far the window moves
 * @param padding rows and columns round the input that no value stands in
 * @param dilation distance between the values that the window looks at
 * @param ceilMode whether a last window that hangs over the end counts
 */
public record MaxPooling2d(
    String name,
    String input,
    Size kernel,
    Stride stride,
    Padding padding,
    Dilation dilation,
    boolean ceilMode)
    implements Layer {

  /** Max pooling without padding or dilation, sizes rounded down. */
  public static MaxPooling2d of(String name, String input, Size kernel, Stride stride) {
    return new MaxPooling2d(name, input, kernel, stride, Padding.NONE, Dilation.ONE, false);
  }

  /** The same with other padding. */
  public MaxPooling2d withPadding(Padding newPadding) {
    return new MaxPooling2d(name, input, kernel, stride, newPadding, dilation, ceilMode);
  }

  /** The same with another dilation. */
  public MaxPooling2d withDilation(Dilation newDilation) {
    return new MaxPooling2d(name, input, kernel, stride, padding, newDilation, ceilMode);
  }

  /** The same with its output size rounded up. */
  public MaxPooling2d withCeilMode() {
    return new MaxPooling2d(name, input, kernel, stride, padding, dilation, true);
  }

  @Override
  public List<String> inputs() {
    return List.of(input);
  }

  @Override
  public MaxPooling2d withInputs(List<String> newInputs) {
    return new MaxPooling2d(
        name, Inputs.single(this, newInputs), kernel, stride, padding, dilation, ceilMode);
  }

  @Override
  public String type() {
    return "Max Pooling";
  }

  @Override
  public String description() {
    return Pooling.description("max", kernel, stride, padding, dilation, ceilMode);
  }

  @Override
  public Shape outputShape(List<Shape> inputs) {
    return Pooling.outputShape(this, inputs);
  }

  @Override
  public Window2d window(Shape in) {
    return Window2d.of(kernel, stride, padding, dilation, ceilMode, in);
  }

  @Override
  public Map<String, Object> hyperparameters() {
    return Hyperparameters.of(
        "PoolSize", Hyperparameters.list(kernel),
        "Stride", Hyperparameters.list(stride),
        "Padding", Hyperparameters.padding(padding),
        "Dilation", Hyperparameters.list(dilation),
        "CeilMode", ceilMode);
  }
}
