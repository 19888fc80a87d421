package io.fovea.bench;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;

/** {@code fovea explore} as a person starts it: through the launcher, in a process of its own. */
final class PageProcess implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final Process process;
  private final Instant begin;
  private final URI address;

  private PageProcess(Process process, Instant begin, URI address) {
    this.process = process;
    this.begin = begin;
    this.address = address;
  }

  /**
   * Starts it, and comes back as soon as it has printed its address.
   *
   * @param models the folder that holds the models
   * @param log takes what it says on standard error
   * @throws BenchException if it can't be started, or ends without an address
   */
  static PageProcess start(Path launcher, Path models, String model, Path photo, File log) {
    if (!Files.isExecutable(launcher)) {
      throw new BenchException(
          "%s is no program; pass Fovea's launcher with --launcher".formatted(launcher));
    }
    var builder =
        new ProcessBuilder(
            launcher.toString(), "explore", model, photo.toString(), "--no-browser", "--port", "0");
    builder.environment().put("FOVEA_MODELS", models.toString());
    builder.redirectInput(Redirect.from(new File("/dev/null"))).redirectError(Redirect.to(log));
    Instant begin = Instant.now();
    try {
      Process process = builder.start();
      BufferedReader lines = process.inputReader();
      String line = lines.readLine();
      if (line == null) {
        throw new BenchException("fovea explore ended at once: " + Files.readString(log.toPath()));
      }
      return new PageProcess(process, begin, URI.create(line.strip()));
    } catch (IOException e) {
      throw new BenchException("fovea explore can't be started: " + e.getMessage(), e);
    }
  }

  /** Just before the launcher was started. */
  Instant begin() {
    return begin;
  }

  /** The page's address, with its token. */
  URI address() {
    return address;
  }

  /**
   * The Java that serves the page: the launcher itself, or a child of it that it waits for. Beside
   * that, a launcher that was just built has a shell that makes an archive of classes.
   */
  ProcessHandle server() {
    return process
        .children()
        .filter(child -> child.info().command().filter(path -> path.endsWith("java")).isPresent())
        .findFirst()
        .orElse(process.toHandle());
  }

  /** Whether it still runs. */
  boolean isAlive() {
    return process.isAlive();
  }

  /** Ends it as Ctrl-C does. */
  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new BenchException("fovea explore doesn't end when it is told to");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      process.destroyForcibly();
    }
  }
}
