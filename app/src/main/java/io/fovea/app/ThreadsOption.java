package io.fovea.app;

import java.util.Optional;
import picocli.CommandLine.Option;

/** How many threads a network runs on. */
final class ThreadsOption {
  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "Threads that the network runs on (default: all cores).")
  private Optional<Integer> threads = Optional.empty();

  /** The number, where one was given. */
  Optional<Integer> count() {
    return threads;
  }
}
