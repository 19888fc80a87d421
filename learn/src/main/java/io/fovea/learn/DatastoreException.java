package io.fovea.learn;

import io.fovea.tensor.FoveaException;

/** A folder of pictures, a list of them, or what is asked of them is not as it must be. */
public final class DatastoreException extends FoveaException {
  private static final long serialVersionUID = 1L;

  /** An exception with its sentence, which begins with the file's name where there is one. */
  public DatastoreException(String message) {
    super(message);
  }

  /** An exception with its sentence, caused by another. */
  public DatastoreException(String message, Throwable cause) {
    super(message, cause);
  }
}
