package io.fovea;

import io.fovea.tensor.FoveaException;

/** Work done ahead of its time on a thread of its own; what it fails at fails again in its time. */
final class Ahead {
  private final Thread thread;

  private Ahead(Thread thread) {
    this.thread = thread;
  }

  /** Begins now. */
  static Ahead of(Runnable work) {
    var thread =
        new Thread(
            () -> {
              try {
                work.run();
              } catch (FoveaException | LinkageError e) {
                // whoever needs what this was for meets the same fault, and tells it
              }
            },
            "fovea-ahead");
    thread.setDaemon(true);
    thread.start();
    return new Ahead(thread);
  }

  /** Waits for its end, or until this thread is interrupted. */
  void await() {
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
