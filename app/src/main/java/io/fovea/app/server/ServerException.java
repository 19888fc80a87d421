package io.fovea.app.server;

import io.fovea.tensor.FoveaException;

/** The server can't be started. */
public final class ServerException extends FoveaException {
  private static final long serialVersionUID = 1L;

  ServerException(String message, Throwable cause) {
    super(message, cause);
  }
}
