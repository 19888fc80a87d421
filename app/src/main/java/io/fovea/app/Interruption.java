package io.fovea.app;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Lets a long run end in order when a person presses Ctrl-C: what is done is written whole, then
 * the process ends.
 */
final class Interruption implements AutoCloseable {
  private static final int STANDARD_PATIENCE = 3;

  private final int patience;
  private final CountDownLatch ended = new CountDownLatch(1);
  private final Thread hook = new Thread(this::interrupt, "fovea-interruption");
  private volatile boolean interrupted;

  /** A person wants the run to end. */
  static final class Interrupted extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  /** For runs that end within a few seconds. */
  Interruption() {
    this(STANDARD_PATIENCE);
  }

  /**
   * Waits for the run to end.
   *
   * @param patience after so many seconds the process ends anyway
   */
  Interruption(int patience) {
    this.patience = patience;
    try {
      Runtime.getRuntime().addShutdownHook(hook);
    } catch (IllegalStateException e) {
      interrupted = true; // the process is stopping already
    }
  }

  /**
   * Ends the run where that is wanted.
   *
   * @throws Interrupted then
   */
  void check() {
    if (interrupted) {
      throw new Interrupted();
    }
  }

  /** Whether a person wants the run to end. */
  boolean isWanted() {
    return interrupted;
  }

  private void interrupt() {
    interrupted = true;
    try {
      ended.await(patience, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    ended.countDown();
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // the process is stopping: the hook, where it runs, waits no more
    }
  }
}
