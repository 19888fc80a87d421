package io.fovea.learn;

/**
 * What a layer's learning is multiplied with.
 *
 * @param rate the learn rate's factor; a layer of 0 doesn't learn
 * @param l2 the factor of the L2 regularization, which only weights have
 */
public record LayerFactors(double rate, double l2) {
  /**
   * Checks the factors.
   *
   * @throws TrainingException if one is negative
   */
  public LayerFactors {
    Checks.notNegative("the factor of a layer's learn rate", rate);
    Checks.notNegative("the factor of a layer's L2 regularization", l2);
  }

  /** Both 1, as for every layer that nothing is said of. */
  public static LayerFactors standard() {
    return new LayerFactors(1, 1);
  }
}
