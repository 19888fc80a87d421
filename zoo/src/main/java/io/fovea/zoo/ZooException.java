package io.fovea.zoo;

import io.fovea.tensor.FoveaException;

/** A model that can't be found or opened, or a card that isn't as a card must be. */
public final class ZooException extends FoveaException {
  private static final long serialVersionUID = 1L;

  /** An exception with its sentence. */
  public ZooException(String message) {
    super(message);
  }

  /** An exception with its sentence, caused by another. */
  public ZooException(String message, Throwable cause) {
    super(message, cause);
  }
}
