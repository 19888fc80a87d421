package io.fovea.learn;

import io.fovea.tensor.FoveaException;

/** What is to be learned from, or how, is not as it must be. */
public final class LearnException extends FoveaException {
  private static final long serialVersionUID = 1L;

  /** An exception with its sentence. */
  public LearnException(String message) {
    super(message);
  }

  /** An exception with its sentence, caused by another. */
  public LearnException(String message, Throwable cause) {
    super(message, cause);
  }
}
