package io.fovea.bench;

import io.fovea.tensor.FoveaException;

/** A question of a person has no answer to go on with; it is counted already. */
final class NoAnswerException extends FoveaException {
  private static final long serialVersionUID = 1L;

  NoAnswerException(String path) {
    super(path + " gave no answer to go on with");
  }
}
