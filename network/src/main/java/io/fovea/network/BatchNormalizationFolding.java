package io.fovea.network;

import java.util.Optional;

/**
 * Folds batch normalization into the layers before it: after training, scale · (w · x + b − mean) /
 * √(variance + epsilon) + offset is w' · x + b' with w' = f · w, b' = offset + f · (b − mean) and f
 * = scale / √(variance + epsilon), the same convolution with other numbers.
 */
public final class BatchNormalizationFolding {
  private BatchNormalizationFolding() {}

  /**
   * The same network with each batch normalization that alone takes a convolution or a fully
   * connected layer folded into that: its name is gone, and those that took it take the layer that
   * it was folded into, which has a bias now. Activations are the same but for the rounding of the
   * new weights to float32.
   */
  public static Network fold(Network network) {
    Network folded = network;
    for (Layer layer : network.layers()) {
      if (layer instanceof BatchNormalization normalization) {
        folded = fold(folded, (BatchNormalization) folded.layer(normalization.name()));
      }
    }
    return folded;
  }

  private static Network fold(Network network, BatchNormalization normalization) {
    Optional<Layer> before = network.find(normalization.input());
    if (before.isEmpty() || network.consumers(before.get()).size() != 1) {
      return network;
    }
    return folded(before.get(), normalization)
        .map(layer -> network.withLayer(layer).withoutLayer(normalization.name()))
        .orElse(network);
  }

  private static Optional<Layer> folded(Layer layer, BatchNormalization normalization) {
    if (layer instanceof Convolution2d convolution
        && convolution.filters() == normalization.scale().count()) {
      return Optional.of(
          new Convolution2d(
              convolution.name(),
              convolution.input(),
              convolution.stride(),
              convolution.padding(),
              convolution.dilation(),
              convolution.groups(),
              weights(convolution.weights(), normalization),
              Optional.of(bias(convolution.bias(), normalization))));
    }
    if (layer instanceof FullyConnected full && full.outputs() == normalization.scale().count()) {
      return Optional.of(
          FullyConnected.of(
              full.name(),
              full.input(),
              weights(full.weights(), normalization),
              bias(full.bias(), normalization)));
    }
    return Optional.empty();
  }

  private static Parameter weights(Parameter weights, BatchNormalization normalization) {
    double[] factors = factors(normalization);
    float[] values = weights.toArray();
    int each = values.length / factors.length;
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) (values[i] * factors[i / each]);
    }
    int[] dimensions = weights.dimensions().stream().mapToInt(Integer::intValue).toArray();
    return Parameter.of(weights.name(), values, dimensions);
  }

  private static Parameter bias(Optional<Parameter> bias, BatchNormalization normalization) {
    double[] factors = factors(normalization);
    float[] mean = normalization.mean().toArray();
    float[] values = normalization.offset().toArray();
    float[] given = bias.map(Parameter::toArray).orElseGet(() -> new float[values.length]);
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) (values[i] + factors[i] * ((double) given[i] - mean[i]));
    }
    return Parameter.of("Bias", values, values.length);
  }

  private static double[] factors(BatchNormalization normalization) {
    float[] scale = normalization.scale().toArray();
    float[] variance = normalization.variance().toArray();
    var factors = new double[scale.length];
    for (int i = 0; i < factors.length; i++) {
      factors[i] = scale[i] / Math.sqrt((double) variance[i] + normalization.epsilon());
    }
    return factors;
  }
}
