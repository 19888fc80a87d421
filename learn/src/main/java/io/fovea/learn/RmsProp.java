package io.fovea.learn;

import java.util.Map;
import java.util.TreeMap;

/**
 * Root mean square propagation: v ← β v + (1 − β) (g + λ w)², w ← w − η (g + λ w) / (√v + ε)
 * (Tieleman and Hinton, "Neural Networks for Machine Learning", lecture 6, 2012).
 *
 * @param beta β, how much of the mean of squared gradients stays, from 0 to below 1
 * @param epsilon ε, keeps the divisor from 0
 */
public record RmsProp(double beta, double epsilon) implements Solver {
  /**
   * Checks the numbers.
   *
   * @throws TrainingException if beta isn't from 0 to below 1 or epsilon isn't greater than 0
   */
  public RmsProp {
    Checks.fraction("beta", beta);
    Checks.positive("epsilon", epsilon);
  }

  /** β 0.9, ε 1e-8. */
  public static RmsProp standard() {
    return new RmsProp(0.9, 1e-8);
  }

  @Override
  public Map<String, Double> hyperparameters() {
    return new TreeMap<>(Map.of("beta", beta, "epsilon", epsilon));
  }

  @Override
  public int memories() {
    return 1;
  }

  @Override
  public void step(SolverStep step, float[] values, float[] gradient, float[][] memory) {
    float keep = (float) beta;
    float take = (float) (1 - beta);
    float rate = (float) step.rate();
    float decay = (float) step.decay();
    float least = (float) epsilon;
    float[] square = memory[0];
    for (int i = 0; i < values.length; i++) {
      float g = gradient[i] + decay * values[i];
      square[i] = keep * square[i] + take * g * g;
      values[i] -= rate * g / ((float) Math.sqrt(square[i]) + least);
    }
  }

  /** The word that {@link Solver#parse} reads. */
  @Override
  public String toString() {
    return "rmsprop";
  }
}
