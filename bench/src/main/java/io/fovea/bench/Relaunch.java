package io.fovea.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Starts a program of this module in a process of its own, with what must be set before a native
 * library is loaded.
 */
final class Relaunch {
  /** Set in the environment of the processes started here. */
  private static final String MARK = "FOVEA_BENCH_CHILD";

  private static final String REMARK = "Could not initialize NNPACK";

  private Relaunch() {}

  /** Whether this process was started here. */
  static boolean isChild() {
    return System.getenv(MARK) != null;
  }

  /**
   * How many threads OpenMP has; how long they wait awake is OpenMP's own choice, as with Fovea's
   * launcher, unless the environment says otherwise (GOMP_SPINCOUNT, OMP_WAIT_POLICY).
   */
  static Map<String, String> openMp(int threads) {
    return Map.of("OMP_NUM_THREADS", String.valueOf(threads));
  }

  /** A process that isn't started yet, with this one's class path. */
  static ProcessBuilder process(
      Class<?> program,
      List<String> virtualMachine,
      Map<String, String> environment,
      List<String> arguments) {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(virtualMachine);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), program.getName()));
    command.addAll(arguments);
    var builder = new ProcessBuilder(command);
    builder.environment().putAll(environment);
    builder.environment().put(MARK, "1");
    return builder;
  }

  /**
   * Runs it to its end with this process's input and output, and gives its exit code. PyTorch's
   * remark at every single convolution that it has no use for NNPACK is left out.
   */
  static int run(ProcessBuilder builder) {
    try {
      Process process = builder.inheritIO().redirectError(ProcessBuilder.Redirect.PIPE).start();
      try (var errors = process.errorReader()) {
        errors.lines().filter(line -> !line.contains(REMARK)).forEach(System.err::println);
      }
      return process.waitFor();
    } catch (IOException e) {
      throw new BenchException("a process can't be started: " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new BenchException("the benchmark was interrupted", e);
    }
  }
}
