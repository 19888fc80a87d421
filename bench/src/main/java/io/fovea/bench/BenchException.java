package io.fovea.bench;

import io.fovea.tensor.FoveaException;

/** What keeps a benchmark from running. */
final class BenchException extends FoveaException {
  private static final long serialVersionUID = 1L;

  BenchException(String message) {
    super(message);
  }

  BenchException(String message, Throwable cause) {
    super(message, cause);
  }
}
