package io.fovea.network;

import io.fovea.tensor.Shape;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * Two-dimensional convolution.
 *
 * <p>Input N × C × H × W, output N × numFilters × H' × W' with H' = ⌊(H + top + bottom − dilation ·
 * (kernel − 1) − 1) / stride⌋ + 1, and W' alike (ONNX {@code Conv}). With as many groups as
 * channels it is a depthwise convolution.
 *
 * @param name the layer's name
 * @param input the layer whose activation it takes
 * @param stride how far the window moves
 * @param padding zeros round the input
 * @param dilation distance between the values that the window looks at
 * @param groups into how many parts the channels are divided, each with filters of its own
 * @param weights numFilters × (C / groups) × kernelHeight × kernelWidth
 * @param bias numFilters values, or none
 */
public record Convolution2d(
    String name,
    String input,
    Stride stride,
    Padding padding,
    Dilation dilation,
    int groups,
    Parameter weights,
    Optional<Parameter> bias)
    implements Layer {

  /**
   * Checks that weights, bias and groups belong together.
   *
   * @throws NetworkException naming what doesn't
   */
  public Convolution2d {
    if (weights.dimensions().size() != 4) {
      throw new NetworkException(
          name + ": weights of a convolution have 4 dimensions, not " + weights.dimensions());
    }
    int filters = weights.dimension(0);
    if (groups < 1 || filters % groups != 0) {
      throw new NetworkException(
          name + ": " + filters + " filters can't be divided into " + groups + " groups");
    }
    if (bias.isPresent() && bias.get().count() != filters) {
      throw new NetworkException(
          name + ": " + filters + " filters but " + bias.get().count() + " biases");
    }
  }

  /** A convolution with stride 1, no padding, no dilation and one group. */
  public static Convolution2d of(String name, String input, Parameter weights, Parameter bias) {
    return new Convolution2d(
        name, input, Stride.ONE, Padding.NONE, Dilation.ONE, 1, weights, Optional.of(bias));
  }

  /** The same with another stride both ways. */
  public Convolution2d withStride(int step) {
    return withStride(Stride.of(step));
  }

  /** The same with another stride. */
  public Convolution2d withStride(Stride newStride) {
    return new Convolution2d(name, input, newStride, padding, dilation, groups, weights, bias);
  }

  /** The same with other padding. */
  public Convolution2d withPadding(Padding newPadding) {
    return new Convolution2d(name, input, stride, newPadding, dilation, groups, weights, bias);
  }

  /** The same with another dilation. */
  public Convolution2d withDilation(Dilation newDilation) {
    return new Convolution2d(name, input, stride, padding, newDilation, groups, weights, bias);
  }

  /** The same with the weights read as belonging to so many groups. */
  public Convolution2d withGroups(int newGroups) {
    return new Convolution2d(name, input, stride, padding, dilation, newGroups, weights, bias);
  }

  /** Rows and columns of a filter. */
  public Size kernel() {
    return new Size(weights.dimension(2), weights.dimension(3));
  }

  /** How many filters, which is how many channels its activation has. */
  public int filters() {
    return weights.dimension(0);
  }

  /** How many channels its input must have. */
  public int channels() {
    return weights.dimension(1) * groups;
  }

  @Override
  public List<String> inputs() {
    return List.of(input);
  }

  @Override
  public Convolution2d withInputs(List<String> newInputs) {
    return new Convolution2d(
        name, Inputs.single(this, newInputs), stride, padding, dilation, groups, weights, bias);
  }

  @Override
  public String type() {
    return groups == 1 ? "Convolution" : "Grouped Convolution";
  }

  @Override
  public String description() {
    String filter = kernel() + "×" + weights.dimension(1);
    String what =
        groups == 1
            ? filters() + " " + filter + " convolutions"
            : groups + " groups of " + filters() / groups + " " + filter + " convolutions";
    String dilated = dilation.equals(Dilation.ONE) ? "" : ", dilation factor " + dilation;
    return what + " with stride " + stride + dilated + " and padding " + padding;
  }

  @Override
  public Shape outputShape(List<Shape> inputs) {
    Shape in = Inputs.only(this, inputs);
    if (in.channels() != channels()) {
      throw Inputs.fault(
          this,
          "its filters look at %d channels, but its input %s has %d; give it one of %d or other weights"
              .formatted(channels(), input, in.channels(), channels()));
    }
    return Inputs.windowed(this, in, filters());
  }

  @Override
  public Window2d window(Shape in) {
    return Window2d.of(kernel(), stride, padding, dilation, false, in);
  }

  @Override
  public Map<String, Object> hyperparameters() {
    return Hyperparameters.of(
        "FilterSize", Hyperparameters.list(kernel()),
        "NumChannels", channels(),
        "NumFilters", filters(),
        "Stride", Hyperparameters.list(stride),
        "Padding", Hyperparameters.padding(padding),
        "Dilation", Hyperparameters.list(dilation),
        "Groups", groups);
  }

  @Override
  public List<Parameter> learnables() {
    return Stream.concat(Stream.of(weights), bias.stream()).toList();
  }

  @Override
  public Convolution2d withParameters(UnaryOperator<Parameter> change) {
    return new Convolution2d(
        name, input, stride, padding, dilation, groups, change.apply(weights), bias.map(change));
  }

  @Override
  public long macs(List<Shape> inputs) {
    Shape out = outputShape(inputs);
    long products = (long) weights.dimension(1) * kernel().height() * kernel().width();
    return products * out.elementCount();
  }
}
