package io.fovea.learn;

import java.util.Map;
import java.util.TreeMap;

/**
 * Adam with decoupled weight decay: as {@link Adam}, but λ stays out of the gradient and w also
 * loses η λ w (Loshchilov and Hutter, "Decoupled Weight Decay Regularization", 2019).
 *
 * @param beta1 β₁, how much of the mean of gradients stays, from 0 to below 1
 * @param beta2 β₂, how much of the mean of their squares stays, from 0 to below 1
 * @param epsilon ε, keeps the divisor from 0
 */
public record AdamW(double beta1, double beta2, double epsilon) implements Solver {
  /**
   * Checks the numbers.
   *
   * @throws TrainingException if a beta isn't from 0 to below 1 or epsilon isn't greater than 0
   */
  public AdamW {
    new Moments(beta1, beta2, epsilon);
  }

  /** β₁ 0.9, β₂ 0.999, ε 1e-8. */
  public static AdamW standard() {
    return new AdamW(0.9, 0.999, 1e-8);
  }

  @Override
  public Map<String, Double> hyperparameters() {
    return new TreeMap<>(Map.of("beta1", beta1, "beta2", beta2, "epsilon", epsilon));
  }

  @Override
  public int memories() {
    return 2;
  }

  @Override
  public void step(SolverStep step, float[] values, float[] gradient, float[][] memory) {
    new Moments(beta1, beta2, epsilon)
        .step(step, 0, (float) step.decay(), values, gradient, memory);
  }

  /** The word that {@link Solver#parse} reads. */
  @Override
  public String toString() {
    return "adamw";
  }
}
