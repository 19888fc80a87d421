package io.fovea.app.server;

/**
 * Whether the answer to a piece of work is still wanted. What takes long asks between its steps, so
 * that it ends soon after nobody waits for it any more.
 *
 * <p>Any number of threads may use one at once.
 */
final class Wanted {
  private volatile String whyNot = "";

  /** Nobody waits for it any more. */
  void drop(String why) {
    whyNot = why;
  }

  /**
   * Goes on only where it is wanted.
   *
   * @throws RequestException if nobody waits for it any more
   */
  void check() {
    if (!whyNot.isEmpty()) {
      throw RequestException.dropped(whyNot);
    }
  }
}
