package io.fovea.tensor;

/**
 * What every room of Fovea throws when an input, a file or a request is not as it must be.
 *
 * <p>The message is one sentence for the person in front of the screen: what is wrong, where, and
 * what would be right. It never needs a stack trace to be understood.
 */
public class FoveaException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** An exception with its sentence. */
  public FoveaException(String message) {
    super(message);
  }

  /** An exception with its sentence, caused by another. */
  public FoveaException(String message, Throwable cause) {
    super(message, cause);
  }
}
