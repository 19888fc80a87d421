package io.fovea.app.server;

import io.fovea.tensor.FoveaException;

/** A request that can't be answered, with the HTTP status that says so. */
final class RequestException extends FoveaException {
  private static final long serialVersionUID = 1L;

  private final int status;

  private RequestException(int status, String message) {
    super(message);
    this.status = status;
  }

  /** The request asks for what doesn't make sense. */
  static RequestException wrong(String message) {
    return new RequestException(400, message);
  }

  /** It comes from where none may come from. */
  static RequestException forbidden(String message) {
    return new RequestException(403, message);
  }

  /** What it asks for isn't there. */
  static RequestException missing(String message) {
    return new RequestException(404, message);
  }

  /** Nobody waits for the answer any more. */
  static RequestException dropped(String message) {
    return new RequestException(409, message);
  }

  /** It brings more than is taken. */
  static RequestException tooLarge(String message) {
    return new RequestException(413, message);
  }

  /** There is too much to do just now. */
  static RequestException busy(String message) {
    return new RequestException(503, message);
  }

  /** The HTTP status. */
  int status() {
    return status;
  }
}
