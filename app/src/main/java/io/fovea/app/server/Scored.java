package io.fovea.app.server;

import io.fovea.Classification;
import io.fovea.tensor.FoveaException;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The scores that a network gives, or why it gives none.
 *
 * @param classification the scores
 * @param why there are none, one sentence; empty where there are
 */
record Scored(Optional<Classification> classification, String why) {

  /** What is read, or the sentence that it fails with. */
  static Scored of(Supplier<Classification> reading) {
    try {
      return new Scored(Optional.of(reading.get()), "");
    } catch (FoveaException e) {
      return new Scored(Optional.empty(), String.valueOf(e.getMessage()));
    }
  }
}
