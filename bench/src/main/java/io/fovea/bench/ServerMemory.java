package io.fovea.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * How much memory another process has, in bytes.
 *
 * @param resident what lies in the machine's memory, as the operating system says
 * @param heap what its Java heap holds, garbage too
 */
record ServerMemory(long resident, long heap) {
  private static final int KILO = 1024;
  private static final Pattern RESIDENT = Pattern.compile("VmRSS:\\s*(\\d+) kB");
  private static final Pattern GENERATION = Pattern.compile("(?:generation|heap) .*used (\\d+)K");

  /**
   * Looks at a Java process of this machine.
   *
   * @throws BenchException if it isn't there any more, or is none
   */
  static ServerMemory of(ProcessHandle process) {
    return new ServerMemory(sum(RESIDENT, status(process)), sum(GENERATION, heapInfo(process)));
  }

  private static long sum(Pattern pattern, String text) {
    return pattern
        .matcher(text)
        .results()
        .map(MatchResult::group)
        .mapToLong(line -> Long.parseLong(line.replaceAll(".*?(\\d+)(?:K| kB)$", "$1")) * KILO)
        .sum();
  }

  private static String status(ProcessHandle process) {
    Path file = Path.of("/proc", String.valueOf(process.pid()), "status");
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new BenchException(file + " can't be read; has the server ended?", e);
    }
  }

  private static String heapInfo(ProcessHandle process) {
    Path jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd");
    try {
      Process run =
          new ProcessBuilder(jcmd.toString(), String.valueOf(process.pid()), "GC.heap_info")
              .redirectErrorStream(true)
              .start();
      String text = new String(run.getInputStream().readAllBytes());
      run.waitFor();
      return text;
    } catch (IOException e) {
      return ""; // a Java without jcmd: the heap is told as 0
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new BenchException("the soak was interrupted", e);
    }
  }
}
