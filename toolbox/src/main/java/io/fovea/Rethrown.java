package io.fovea;

import java.util.concurrent.ExecutionException;

/** What failed on another thread, thrown on this one as what it is. */
final class Rethrown {
  private Rethrown() {}

  /**
   * The cause where it is unchecked, else an exception round it.
   *
   * @throws Error if the cause is one, such as a lack of memory
   */
  static RuntimeException of(ExecutionException failure) {
    Throwable cause = failure.getCause();
    if (cause instanceof Error error) {
      throw error;
    }
    return cause instanceof RuntimeException own ? own : new IllegalStateException(cause);
  }
}
