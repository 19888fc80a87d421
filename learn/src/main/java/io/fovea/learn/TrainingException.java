package io.fovea.learn;

import io.fovea.tensor.FoveaException;

/** What is to be learned from, or how, is not as it must be. */
public final class TrainingException extends FoveaException {
  private static final long serialVersionUID = 1L;

  /** An exception with its sentence. */
  public TrainingException(String message) {
    super(message);
  }

  /** An exception with its sentence, caused by another. */
  public TrainingException(String message, Throwable cause) {
    super(message, cause);
  }
}
