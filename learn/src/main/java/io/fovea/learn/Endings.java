package io.fovea.learn;

import java.nio.file.Path;
import java.util.Optional;

/** What a person is told when a training has ended. */
final class Endings {
  private Endings() {}

  static String sentence(Outcome outcome, TrainingState state, Optional<Path> checkpoint) {
    long iteration = state.iteration();
    return switch (outcome) {
      case COMPLETED -> "all epochs are done after %,d iterations".formatted(iteration);
      case OUT_OF_PATIENCE ->
          "validation was no better %d times in a row, so the training ended after %,d iterations; the best network is kept"
              .formatted(state.waited(), iteration);
      case STOPPED ->
          checkpoint
              .map(
                  file ->
                      "stopped after %,d iterations; resume the training from %s to go on"
                          .formatted(iteration, file))
              .orElse(
                  "stopped after %,d iterations; without a checkpoint it can't be resumed"
                      .formatted(iteration));
      case DIVERGED ->
          "the loss or a gradient is beyond all measure in iteration %,d; the last good network is kept: lower the learn rate or clip the gradients"
              .formatted(iteration + 1);
    };
  }
}
