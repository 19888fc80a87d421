package io.fovea.explain;

import io.fovea.tensor.FoveaException;

/** What is asked about isn't there: a value, a layer's weights, a box without rows. */
public final class ExplainException extends FoveaException {
  private static final long serialVersionUID = 1L;

  /** An exception with its sentence, which begins with the layer's name where there is one. */
  public ExplainException(String message) {
    super(message);
  }
}
