package io.fovea;

import io.fovea.tensor.FoveaException;

/** A request that a net can't answer. */
public final class NetException extends FoveaException {
  private static final long serialVersionUID = 1L;

  /** An exception with its sentence. */
  public NetException(String message) {
    super(message);
  }

  /** An exception with its sentence, caused by another. */
  public NetException(String message, Throwable cause) {
    super(message, cause);
  }
}
