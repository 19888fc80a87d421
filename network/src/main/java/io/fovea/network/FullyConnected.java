package io.fovea.network;

import io.fovea.tensor.Shape;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * Fully connected layer: every output is a weighted sum of all input values and a bias.
 *
 * <p>Input N × C × H × W, read as C · H · W values in that order; output N × outputs × 1 × 1 (ONNX
 * {@code Gemm} with transB after {@code Flatten}).
 *
 * @param name the layer's name
 * @param input the layer whose activation it takes
 * @param weights outputs × (C · H · W)
 * @param bias outputs values, or none
 */
public record FullyConnected(String name, String input, Parameter weights, Optional<Parameter> bias)
    implements Layer {

  /**
   * Checks that weights and bias belong together.
   *
   * @throws NetworkException naming what doesn't
   */
  public FullyConnected {
    if (weights.dimensions().size() != 2) {
      throw new NetworkException(
          name
              + ": weights of a fully connected layer have 2 dimensions, not "
              + weights.dimensions());
    }
    if (bias.isPresent() && bias.get().count() != weights.dimension(0)) {
      throw new NetworkException(
          name + ": " + weights.dimension(0) + " outputs but " + bias.get().count() + " biases");
    }
  }

  /** A fully connected layer with a bias. */
  public static FullyConnected of(String name, String input, Parameter weights, Parameter bias) {
    return new FullyConnected(name, input, weights, Optional.of(bias));
  }

  /** How many values it gives. */
  public int outputs() {
    return weights.dimension(0);
  }

  /** How many values its input must have, C · H · W. */
  public int inputCount() {
    return weights.dimension(1);
  }

  @Override
  public List<String> inputs() {
    return List.of(input);
  }

  @Override
  public FullyConnected withInputs(List<String> newInputs) {
    return new FullyConnected(name, Inputs.single(this, newInputs), weights, bias);
  }

  @Override
  public String type() {
    return "Fully Connected";
  }

  @Override
  public String description() {
    return outputs() + " fully connected layer";
  }

  @Override
  public Shape outputShape(List<Shape> inputs) {
    Shape in = Inputs.only(this, inputs);
    if (in.itemElementCount() != inputCount()) {
      throw Inputs.fault(
          this,
          ("its weights take %d values, but its input %s is %s, which is %d; "
                  + "use the input size that it was trained for, or other weights")
              .formatted(inputCount(), input, in.itemText(), in.itemElementCount()));
    }
    return Shape.of(in.batch(), outputs(), 1, 1);
  }

  @Override
  public Window2d window(Shape in) {
    return Window2d.whole(in);
  }

  @Override
  public Map<String, Object> hyperparameters() {
    return Hyperparameters.of("InputSize", inputCount(), "OutputSize", outputs());
  }

  @Override
  public List<Parameter> learnables() {
    return Stream.concat(Stream.of(weights), bias.stream()).toList();
  }

  @Override
  public FullyConnected withParameters(UnaryOperator<Parameter> change) {
    return new FullyConnected(name, input, change.apply(weights), bias.map(change));
  }

  @Override
  public long macs(List<Shape> inputs) {
    return (long) inputCount() * outputs() * Inputs.only(this, inputs).batch();
  }
}
