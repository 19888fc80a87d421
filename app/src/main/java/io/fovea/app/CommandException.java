package io.fovea.app;

import io.fovea.tensor.FoveaException;

/** Something that a command couldn't do. */
final class CommandException extends FoveaException {
  private static final long serialVersionUID = 1L;

  CommandException(String message) {
    super(message);
  }

  CommandException(String message, Throwable cause) {
    super(message, cause);
  }
}
