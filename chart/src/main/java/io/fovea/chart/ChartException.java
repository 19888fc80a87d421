package io.fovea.chart;

import io.fovea.tensor.FoveaException;

/** A chart can't be drawn as asked. */
public final class ChartException extends FoveaException {
  private static final long serialVersionUID = 1L;

  /** An exception with its sentence. */
  public ChartException(String message) {
    super(message);
  }

  /** An exception with its sentence, caused by another. */
  public ChartException(String message, Throwable cause) {
    super(message, cause);
  }
}
