package io.fovea.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;

/**
 * Waits until this process rests. Engines let their threads spin for a while after a run, each its
 * own; the next candidate must not share the processor with those of the last.
 */
final class Quiet {
  private static final Duration WINDOW = Duration.ofMillis(30);
  private static final Duration MOST = Duration.ofSeconds(2);

  private final OperatingSystemMXBean system =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

  /** Returns once the process used less than a third of one processor for a moment. */
  void await() {
    long end = System.nanoTime() + MOST.toNanos();
    long before;
    do {
      before = system.getProcessCpuTime();
      pause();
    } while (system.getProcessCpuTime() - before > WINDOW.toNanos() / 3 && System.nanoTime() < end);
  }

  private static void pause() {
    try {
      Thread.sleep(WINDOW.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new BenchException("the benchmark was interrupted", e);
    }
  }
}
