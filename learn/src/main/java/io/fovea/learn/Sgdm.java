package io.fovea.learn;

import java.util.Map;

/**
 * Stochastic gradient descent with momentum: v ← μ v − η (g + λ w), w ← w + v (Polyak, "Some
 * methods of speeding up the convergence of iteration methods", 1964).
 *
 * @param momentum μ, from 0 to below 1
 */
public record Sgdm(double momentum) implements Solver {
  /**
   * Checks the momentum.
   *
   * @throws TrainingException if it isn't from 0 to below 1
   */
  public Sgdm {
    Checks.fraction("the momentum", momentum);
  }

  /** Momentum 0.9. */
  public static Sgdm standard() {
    return new Sgdm(0.9);
  }

  @Override
  public Map<String, Double> hyperparameters() {
    return Map.of("momentum", momentum);
  }

  @Override
  public int memories() {
    return 1;
  }

  @Override
  public void step(SolverStep step, float[] values, float[] gradient, float[][] memory) {
    float keep = (float) momentum;
    float rate = (float) step.rate();
    float decay = (float) step.decay();
    float[] velocity = memory[0];
    for (int i = 0; i < values.length; i++) {
      velocity[i] = keep * velocity[i] - rate * (gradient[i] + decay * values[i]);
      values[i] += velocity[i];
    }
  }

  /** The word that {@link Solver#parse} reads. */
  @Override
  public String toString() {
    return "sgdm";
  }
}
