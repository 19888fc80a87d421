package io.fovea;

import io.fovea.tensor.FoveaException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What became of one file of many: its classification, or why there is none.
 *
 * @param input the file
 * @param classification the scores, where it could be read
 * @param fault what is wrong with it, where it couldn't
 */
public record Outcome(
    Path input, Optional<Classification> classification, Optional<FoveaException> fault) {

  static Outcome of(Path input, Classification classification) {
    return new Outcome(input, Optional.of(classification), Optional.empty());
  }

  static Outcome of(Path input, FoveaException fault) {
    return new Outcome(input, Optional.empty(), Optional.of(fault));
  }
}
