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

  /** Standard output takes no more. */
  static CommandException ofLostResults() {
    return new CommandException(
        "the results can't be written any more; their reader is gone, or the disk is full");
  }
}
