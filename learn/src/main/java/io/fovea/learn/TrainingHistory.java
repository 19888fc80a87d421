package io.fovea.learn;

import java.util.List;

/**
 * The course that a training took.
 *
 * @param iterations every one, in order
 * @param validations every one, in order
 */
public record TrainingHistory(List<IterationPoint> iterations, List<ValidationPoint> validations) {
  /** Copies. */
  public TrainingHistory {
    iterations = List.copyOf(iterations);
    validations = List.copyOf(validations);
  }
}
