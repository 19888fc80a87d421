package io.fovea;

import io.fovea.learn.TrainingResult;
import io.fovea.zoo.Model;

/**
 * What became of a {@link Training}.
 *
 * @param model the best network, its batch normalization folded away, with its card
 * @param result the course that the training took
 */
public record Trained(Model model, TrainingResult result) {
  /** The network, ready to be looked into; to be closed. */
  public Net net() {
    return Net.of(model);
  }
}
