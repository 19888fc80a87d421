package io.fovea.app.server;

import io.fovea.tensor.FoveaException;

/** Something about a training that a page asked for and can't have. */
final class TrainingException extends FoveaException {
  private static final long serialVersionUID = 1L;

  TrainingException(String message) {
    super(message);
  }

  TrainingException(String message, Throwable cause) {
    super(message, cause);
  }
}
