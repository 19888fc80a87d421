package io.fovea.explain;

import io.fovea.image.Limits;
import io.fovea.network.Convolution2d;
import io.fovea.network.FullyConnected;
import io.fovea.network.Layer;
import io.fovea.network.Parameter;
import io.fovea.network.Size;
import java.nio.FloatBuffer;
import java.util.Optional;

/**
 * The weights of a layer that has one for each input of each output: a row for each filter of 1 ×
 * 1, or each output of a fully connected layer. No copy is made of them.
 */
public final class WeightMatrix {
  private final Parameter weights;

  WeightMatrix(Parameter weights) {
    this.weights = weights;
  }

  /**
   * The weights of a fully connected layer, or a convolution of 1 × 1.
   *
   * @return empty for other layers
   */
  public static Optional<WeightMatrix> of(Layer layer) {
    if (layer instanceof FullyConnected connected) {
      return Optional.of(new WeightMatrix(connected.weights()));
    }
    return layer instanceof Convolution2d convolution && convolution.kernel().equals(Size.of(1))
        ? Optional.of(new WeightMatrix(convolution.weights()))
        : Optional.empty();
  }

  /** How many outputs. */
  public int rows() {
    return weights.dimension(0);
  }

  /** How many inputs an output sees. */
  public int columns() {
    return weights.dimension(1);
  }

  /** All weights row by row, read-only. */
  public FloatBuffer values() {
    return weights.values();
  }

  /** Symmetric round 0, as far as the weight that is farthest from it. */
  public Limits limits() {
    FloatBuffer values = values();
    double far = 0;
    while (values.hasRemaining()) {
      far = Math.max(far, Math.abs(values.get()));
    }
    return new Limits(0 - far, far);
  }
}
