package io.fovea.app.server;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

/**
 * What a server does before anyone asks, in a thread of its own: first what the first page needs,
 * while the server comes up; the rest once that page is there, so that it needn't share the cores.
 */
final class HeadStart implements AutoCloseable {
  private static final long MOST_MILLISECONDS = 10_000;

  private final CountDownLatch pageIsThere = new CountDownLatch(1);
  private Optional<Thread> thread = Optional.empty();
  private volatile boolean ended;

  /**
   * Begins.
   *
   * @param first what the first page needs
   * @param rest what may wait for it, one after another
   */
  void begin(Runnable first, List<Runnable> rest) {
    var worker = new Thread(() -> run(first, rest), "fovea-head-start");
    worker.setDaemon(true);
    worker.start();
    thread = Optional.of(worker);
  }

  private void run(Runnable first, List<Runnable> rest) {
    attempt(first);
    try {
      pageIsThere.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return;
    }
    for (Runnable each : rest) {
      if (ended) {
        return;
      }
      attempt(each);
    }
  }

  /** What fails, for want of memory too, is made when it is asked for, and told there. */
  private static void attempt(Runnable work) {
    try {
      work.run();
    } catch (RuntimeException | Error e) {
      // said by the answer to whoever asks
    }
  }

  /** Tells that the first page has what it needs. */
  void pageIsThere() {
    pageIsThere.countDown();
  }

  /** Begins nothing more. */
  void end() {
    ended = true;
    pageIsThere.countDown();
  }

  /** Ends; what has begun is awaited for a while. */
  @Override
  public void close() {
    end();
    try {
      if (thread.isPresent()) {
        thread.get().join(MOST_MILLISECONDS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // what has begun ends with the process
    }
  }
}
