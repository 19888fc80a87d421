package io.fovea.network;

import io.fovea.tensor.Shape;
import java.util.List;
import java.util.Map;

/**
 * The mean of each window.
 *
 * <p>Input N × C × H × W, output N × C × H' × W' with H' = ⌊(H + top + bottom − dilation · (kernel
 * − 1) − 1) / stride⌋ + 1, rounded up in ceil mode (ONNX {@code AveragePool}). A window's sum is
 * divided by the number of its values that lie in the input, or in the input and its padding; what
 * hangs over the padding's end in ceil mode never counts.
 *
 * @param name the layer's name
 * @param input the layer whose activation it takes
 * @param kernel rows and columns of the window
 * @param stride how far the window moves
 * @param padding zeros round the input
 * @param dilation distance between the values that the window looks at
 * @param ceilMode whether a last window that hangs over the end counts
 * @param countPadding whether padding counts in the divisor
 */
public record AveragePooling2d(
    String name,
    String input,
    Size kernel,
    Stride stride,
    Padding padding,
    Dilation dilation,
    boolean ceilMode,
    boolean countPadding)
    implements Layer {

  /** Average pooling without padding or dilation, sizes rounded down. */
  public static AveragePooling2d of(String name, String input, Size kernel, Stride stride) {
    return new AveragePooling2d(
        name, input, kernel, stride, Padding.NONE, Dilation.ONE, false, false);
  }

  /** The same with other padding. */
  public AveragePooling2d withPadding(Padding newPadding) {
    return new AveragePooling2d(
        name, input, kernel, stride, newPadding, dilation, ceilMode, countPadding);
  }

  /** The same with another dilation. */
  public AveragePooling2d withDilation(Dilation newDilation) {
    return new AveragePooling2d(
        name, input, kernel, stride, padding, newDilation, ceilMode, countPadding);
  }

  /** The same with its output size rounded up. */
  public AveragePooling2d withCeilMode() {
    return new AveragePooling2d(name, input, kernel, stride, padding, dilation, true, countPadding);
  }

  /** The same with padding counted in the divisor. */
  public AveragePooling2d withPaddingCounted() {
    return new AveragePooling2d(name, input, kernel, stride, padding, dilation, ceilMode, true);
  }

  @Override
  public List<String> inputs() {
    return List.of(input);
  }

  @Override
  public AveragePooling2d withInputs(List<String> newInputs) {
    return new AveragePooling2d(
        name,
        Inputs.single(this, newInputs),
        kernel,
        stride,
        padding,
        dilation,
        ceilMode,
        countPadding);
  }

  @Override
  public String type() {
    return "Average Pooling";
  }

  @Override
  public String description() {
    return Pooling.description("average", kernel, stride, padding, dilation, ceilMode)
        + (countPadding ? ", padding counted" : "");
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
        "CeilMode", ceilMode,
        "CountPadding", countPadding);
  }
}
