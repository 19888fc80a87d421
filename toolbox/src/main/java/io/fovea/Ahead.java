package io.fovea;

import io.fovea.tensor.FoveaException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/** Work done ahead of its time on a thread of its own; what it fails at fails again in its time. */
final class Ahead {
  private final FutureTask<Boolean> task;

  private Ahead(FutureTask<Boolean> task) {
    this.task = task;
  }

  /** Begins now. */
  static Ahead of(Runnable work) {
    var task = new FutureTask<>(work, true);
    var thread = new Thread(task, "fovea-ahead");
    thread.setDaemon(true);
    thread.start();
    return new Ahead(task);
  }

  /**
   * Waits for its end, or until this thread is interrupted. A fault that whoever needs the work
   * meets again, and tells, passes in silence; any other is thrown here.
   */
  void await() {
    try {
      task.get();
    } catch (ExecutionException e) {
      if (!(e.getCause() instanceof FoveaException || e.getCause() instanceof LinkageError)) {
        throw Rethrown.of(e);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
