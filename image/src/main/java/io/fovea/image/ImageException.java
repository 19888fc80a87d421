package io.fovea.image;

import io.fovea.tensor.FoveaException;

/** A picture, an array file, or what is asked of one is not as it must be. */
public final class ImageException extends FoveaException {
  private static final long serialVersionUID = 1L;

  /** An exception with its sentence, which begins with the file's name where there is one. */
  public ImageException(String message) {
    super(message);
  }

  /** An exception with its sentence, caused by another. */
  public ImageException(String message, Throwable cause) {
    super(message, cause);
  }
}
