package io.fovea.explain;

/**
 * One weight and the value that it met.
 *
 * @param place where the value stands in the layer's input
 * @param value the input's value
 * @param weight the weight
 */
public record Product(Place place, float value, float weight) {
  /** Value · weight. */
  public double product() {
    return (double) value * weight;
  }
}
