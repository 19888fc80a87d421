package io.fovea.learn;

/**
 * What one step of a {@link Solver} goes by.
 *
 * @param number which step this is of the learnable's, from 1
 * @param rate the learn rate, with its schedule's and its layer's factor
 * @param decay the L2 regularization, with its layer's factor; 0 for none
 */
public record SolverStep(long number, double rate, double decay) {
  /**
   * Checks the numbers.
   *
   * @throws TrainingException if the number is below 1, or the rate or decay is negative
   */
  public SolverStep {
    Checks.atLeast("the number of a step", number, 1);
    Checks.notNegative("the learn rate of a step", rate);
    Checks.notNegative("the L2 regularization of a step", decay);
  }
}
