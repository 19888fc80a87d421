package io.fovea.learn;

import java.util.Locale;
import java.util.Map;

/**
 * How a gradient changes what is learned. A solver is its hyperparameters alone; what it remembers
 * from step to step lies in arrays that the caller keeps, so that a checkpoint can save them.
 *
 * <p>In the formulas w is a value, g the gradient of the loss with respect to it, η the learn rate,
 * λ the L2 regularization and t the step's number from 1. Any number of threads may use one.
 */
public sealed interface Solver permits Sgdm, Adam, AdamW, RmsProp {
  /** Its hyperparameters by name, sorted by them. */
  Map<String, Double> hyperparameters();

  /** How many arrays it remembers for each learnable parameter, each as long as the parameter. */
  int memories();

  /**
   * Changes the values by one step.
   *
   * @param values the parameter, changed in place
   * @param gradient as long as the values; left as it is
   * @param memory {@link #memories()} arrays as long as the values, zeros before the first step
   */
  void step(SolverStep step, float[] values, float[] gradient, float[][] memory);

  /**
   * The solver of a word, with its default hyperparameters: {@code sgdm}, {@code adam}, {@code
   * adamw} or {@code rmsprop}.
   *
   * @throws TrainingException if it is none of these
   */
  static Solver parse(String text) {
    return switch (text.strip().toLowerCase(Locale.ROOT)) {
      case "sgdm" -> Sgdm.standard();
      case "adam" -> Adam.standard();
      case "adamw" -> AdamW.standard();
      case "rmsprop" -> RmsProp.standard();
      default ->
          throw new TrainingException(
              "there is no solver \"%s\"; choose sgdm, adam, adamw or rmsprop"
                  .formatted(text.strip()));
    };
  }
}
