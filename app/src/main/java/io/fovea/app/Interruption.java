package io.fovea.app;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Lets a long run end in order when a person presses Ctrl-C: what is done is written whole, then
 * the process ends.
 */
final class Interruption implements AutoCloseable {
  private static final long PATIENCE_SECONDS = 3;

  private final CountDownLatch wanted = new CountDownLatch(1);
  private final CountDownLatch ended = new CountDownLatch(1);
  private final Thread hook = new Thread(this::interrupt, "fovea-interruption");
  private volatile boolean interrupted;

  /** A person wants the run to end. */
  static final class Interrupted extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  Interruption() {
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

  /** Waits until a person wants the run to end. */
  void await() throws InterruptedException {
    wanted.await();
  }

  private void interrupt() {
    interrupted = true;
    wanted.countDown();
    try {
      ended.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
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
