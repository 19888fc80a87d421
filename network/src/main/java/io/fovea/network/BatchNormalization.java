package io.fovea.network;

import io.fovea.tensor.Shape;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * Batch normalization with the statistics gathered in training: y = scale · (x − mean) / √(variance
 * + epsilon) + offset for each channel; the shape stays (ONNX {@code BatchNormalization}; Ioffe and
 * Szegedy, 2015).
 *
 * @param name the layer's name
 * @param input the layer whose activation it takes
 * @param epsilon added to the variance
 * @param scale a value a channel
 * @param offset a value a channel
 * @param mean a value a channel, gathered in training
 * @param variance a value a channel, gathered in training
 */
public record BatchNormalization(
    String name,
    String input,
    float epsilon,
    Parameter scale,
    Parameter offset,
    Parameter mean,
    Parameter variance)
    implements Layer {

  /**
   * Checks that all four have a value for each channel.
   *
   * @throws NetworkException naming the one that doesn't
   */
  public BatchNormalization {
    for (Parameter each : List.of(offset, mean, variance)) {
      if (each.count() != scale.count()) {
        throw new NetworkException(
            "%s: %d values of Scale but %d of %s"
                .formatted(name, scale.count(), each.count(), each.name()));
      }
    }
  }

  @Override
  public List<String> inputs() {
    return List.of(input);
  }

  @Override
  public BatchNormalization withInputs(List<String> newInputs) {
    return new BatchNormalization(
        name, Inputs.single(this, newInputs), epsilon, scale, offset, mean, variance);
  }

  @Override
  public String type() {
    return "Batch Normalization";
  }

  @Override
  public String description() {
    return "Batch normalization with " + scale.count() + " channels";
  }

  @Override
  public Shape outputShape(List<Shape> inputs) {
    Shape in = Inputs.only(this, inputs);
    if (in.channels() != scale.count()) {
      throw Inputs.fault(
          this,
          "it normalizes %d channels, but its input %s has %d; give it one of %d or other values"
              .formatted(scale.count(), input, in.channels(), scale.count()));
    }
    return in;
  }

  @Override
  public Map<String, Object> hyperparameters() {
    return Hyperparameters.of("NumChannels", scale.count(), "Epsilon", (double) epsilon);
  }

  @Override
  public List<Parameter> learnables() {
    return List.of(offset, scale);
  }

  @Override
  public List<Parameter> states() {
    return List.of(mean, variance);
  }

  @Override
  public BatchNormalization withParameters(UnaryOperator<Parameter> change) {
    return new BatchNormalization(
        name,
        input,
        epsilon,
        change.apply(scale),
        change.apply(offset),
        change.apply(mean),
        change.apply(variance));
  }
}
