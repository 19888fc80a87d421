package io.fovea.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.function.ToIntFunction;

/** A whole process, from its start to its end. */
final class ProcessCandidate implements Candidate {
  private final String name;
  private final ProcessBuilder builder;
  private final ToIntFunction<String> firstClass;

  /**
   * A candidate.
   *
   * @param firstClass finds the index of the first class in what the process prints
   */
  ProcessCandidate(String name, ProcessBuilder builder, ToIntFunction<String> firstClass) {
    this.name = name;
    this.builder = builder.redirectError(ProcessBuilder.Redirect.INHERIT);
    this.firstClass = firstClass;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public float[] run() {
    try {
      Process process = builder.start();
      process.getOutputStream().close();
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      int code = process.waitFor();
      if (code != 0) {
        throw new BenchException(
            "%s ended with exit code %d".formatted(String.join(" ", builder.command()), code));
      }
      return new float[] {firstClass.applyAsInt(output)};
    } catch (IOException e) {
      throw new BenchException("a process can't be started: " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new BenchException("the benchmark was interrupted", e);
    }
  }
}
