package io.fovea.network;

/** Parameters whose values don't matter. */
final class Params {
  private Params() {}

  static Parameter zeros(String name, int... dimensions) {
    int count = 1;
    for (int dimension : dimensions) {
      count *= dimension;
    }
    return Parameter.of(name, new float[count], dimensions);
  }

  /** A convolution of zeros. */
  static Convolution2d convolution(String name, String input, int filters, int channels, int side) {
    return Convolution2d.of(
        name, input, zeros("Weights", filters, channels, side, side), zeros("Bias", filters));
  }
}
