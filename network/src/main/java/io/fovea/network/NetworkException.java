package io.fovea.network;

import io.fovea.tensor.FoveaException;

/** A network, one of its layers, or a size asked of it is not as it must be. */
public final class NetworkException extends FoveaException {
  private static final long serialVersionUID = 1L;

  /** An exception with its sentence, which begins with the layer's name where there is one. */
  public NetworkException(String message) {
    super(message);
  }
}
