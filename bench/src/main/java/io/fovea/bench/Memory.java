package io.fovea.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.bytedeco.javacpp.Pointer;

/**
 * How much memory the process has, in bytes.
 *
 * @param resident what lies in the machine's memory, as the operating system says
 * @param physical the same as JavaCPP sees it
 * @param tracked what JavaCPP's own pointers hold
 */
record Memory(long resident, long physical, long tracked) {
  private static final int KILO = 1024;

  static Memory now() {
    return new Memory(residentBytes(), Pointer.physicalBytes(), Pointer.totalBytes());
  }

  /** From /proc where there is one, else from JavaCPP. */
  private static long residentBytes() {
    Path status = Path.of("/proc/self/status");
    if (!Files.exists(status)) {
      return Pointer.physicalBytes();
    }
    try {
      return Files.readAllLines(status).stream()
          .filter(line -> line.startsWith("VmRSS:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * KILO)
          .findFirst()
          .orElseThrow(() -> new BenchException(status + " has no line VmRSS"));
    } catch (IOException e) {
      throw new BenchException(status + " can't be read: " + e.getMessage(), e);
    }
  }
}
