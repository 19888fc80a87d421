package io.fovea.engine;

import io.fovea.tensor.FoveaException;

/** A plan can't be compiled or used as asked. */
public final class EngineException extends FoveaException {
  private static final long serialVersionUID = 1L;

  /** An exception with its sentence. */
  public EngineException(String message) {
    super(message);
  }

  /** An exception with its sentence, caused by another. */
  public EngineException(String message, Throwable cause) {
    super(message, cause);
  }
}
