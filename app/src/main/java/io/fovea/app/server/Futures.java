package io.fovea.app.server;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** What comes out of a future as if it had been made here. */
final class Futures {
  private Futures() {}

  /** Whether it has come, and is no failure. */
  static boolean isThere(CompletableFuture<?> future) {
    return future.isDone() && !future.isCompletedExceptionally();
  }

  /** Waits for it; what went wrong is thrown as it was there. */
  static <T> T join(CompletableFuture<T> future) {
    try {
      return future.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      if (e.getCause() instanceof Error cause) {
        throw cause;
      }
      throw e;
    }
  }
}
