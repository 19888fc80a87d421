package io.fovea.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/** How much memory a server has over some minutes, and whether it grows. */
final class ServerWatch {
  private static final double MEGA = 1 << 20;
  private static final int SAMPLES = 80;
  private static final int LINES = 20;
  private static final int QUARTERS = 4;

  private final ProcessHandle server;
  private final PageTally tally;
  private final List<ServerMemory> samples = new ArrayList<>();

  ServerWatch(ProcessHandle server, PageTally tally) {
    this.server = server;
    this.tally = tally;
  }

  /**
   * Watches for so long.
   *
   * @param told takes some lines meanwhile
   */
  void watch(Duration duration, Consumer<String> told) throws InterruptedException {
    Duration step = duration.dividedBy(SAMPLES);
    for (int i = 1; i <= SAMPLES; i++) {
      Thread.sleep(step.toMillis());
      samples.add(ServerMemory.of(server));
      if (i % (SAMPLES / LINES) == 0) {
        told.accept(line(step.multipliedBy(i).toSeconds(), samples.get(i - 1)));
      }
    }
  }

  private String line(long seconds, ServerMemory memory) {
    return String.format(
        Locale.ROOT,
        "%5d s: %s; resident %.0f MB, heap %.0f MB",
        seconds,
        tally.line(),
        memory.resident() / MEGA,
        memory.heap() / MEGA);
  }

  /** Megabytes in the second quarter of the time. */
  double before() {
    int quarter = samples.size() / QUARTERS;
    return resident(samples.subList(quarter, 2 * quarter));
  }

  /** Megabytes in the last quarter. */
  double after() {
    return resident(samples.subList(samples.size() - samples.size() / QUARTERS, samples.size()));
  }

  private static double resident(List<ServerMemory> samples) {
    return Measurement.percentile(
        samples.stream().mapToDouble(sample -> sample.resident() / MEGA).toArray(), 50);
  }
}
