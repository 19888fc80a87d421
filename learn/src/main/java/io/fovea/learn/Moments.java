package io.fovea.learn;

/**
 * The running means that Adam divides: m ← β₁ m + (1 − β₁) g, v ← β₂ v + (1 − β₂) g², and w ← w − η
 * m̂ / (√v̂ + ε) with m̂ = m / (1 − β₁ᵗ), v̂ = v / (1 − β₂ᵗ), which take out that both begin at 0.
 */
record Moments(double beta1, double beta2, double epsilon) {
  Moments {
    Checks.fraction("beta1", beta1);
    Checks.fraction("beta2", beta2);
    Checks.positive("epsilon", epsilon);
  }

  /**
   * One step.
   *
   * @param coupled λ, added to the gradient as λ w
   * @param decoupled λ, taken off the value as η λ w
   */
  void step(
      SolverStep step,
      float coupled,
      float decoupled,
      float[] values,
      float[] gradient,
      float[][] memory) {
    float keep1 = (float) beta1;
    float keep2 = (float) beta2;
    float take1 = (float) (1 - beta1);
    float take2 = (float) (1 - beta2);
    float rate = (float) (step.rate() / (1 - Math.pow(beta1, step.number())));
    float correction = (float) (1 / Math.sqrt(1 - Math.pow(beta2, step.number())));
    float least = (float) epsilon;
    float shrink = 1 - (float) step.rate() * decoupled;
    float[] mean = memory[0];
    float[] square = memory[1];
    for (int i = 0; i < values.length; i++) {
      float g = gradient[i] + coupled * values[i];
      mean[i] = keep1 * mean[i] + take1 * g;
      square[i] = keep2 * square[i] + take2 * g * g;
      values[i] =
          shrink * values[i] - rate * mean[i] / ((float) Math.sqrt(square[i]) * correction + least);
    }
  }
}
