package io.fovea.bench;

import ai.onnxruntime.OrtEnvironment;
import io.fovea.engine.Engine;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bytedeco.dnnl.global.dnnl;

/**
 * What a run was measured on.
 *
 * @param instructionSet the one that oneDNN uses, by its name for it
 * @param spinCount how long OpenMP's threads wait awake, its GOMP_SPINCOUNT
 * @param loadBefore how many processes wanted a processor on average, as the run began
 * @param versions of each engine
 */
record Machine(
    String measuredAt,
    String processor,
    int processors,
    String instructionSet,
    int threads,
    String spinCount,
    double loadBefore,
    String operatingSystem,
    String java,
    Map<String, String> versions) {

  /** This machine. */
  static Machine here(int threads, boolean pyTorch) {
    var versions = new LinkedHashMap<String, String>();
    versions.put(
        "oneDNN",
        "%d.%d.%d"
            .formatted(dnnl.DNNL_VERSION_MAJOR, dnnl.DNNL_VERSION_MINOR, dnnl.DNNL_VERSION_PATCH));
    versions.put(OnnxRuntime.NAME, OrtEnvironment.getEnvironment().getVersion());
    if (pyTorch) {
      versions.put(PyTorch.NAME, PyTorch.version() + " through DJL");
    }
    return new Machine(
        Instant.now().truncatedTo(ChronoUnit.SECONDS).toString(),
        processorName(),
        Runtime.getRuntime().availableProcessors(),
        Engine.instructionSet(),
        threads,
        System.getenv().getOrDefault("GOMP_SPINCOUNT", "OpenMP's own"),
        ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
        System.getProperty("os.name") + " " + System.getProperty("os.arch"),
        System.getProperty("java.vm.name") + " " + System.getProperty("java.vm.version"),
        versions);
  }

  static String processorName() {
    try {
      return Files.readAllLines(Path.of("/proc/cpuinfo")).stream()
          .filter(line -> line.startsWith("model name"))
          .map(line -> line.substring(line.indexOf(':') + 1).strip())
          .findFirst()
          .orElse("unknown");
    } catch (IOException e) {
      return System.getProperty("os.arch");
    }
  }

  /** The lines that stand above the tables. */
  List<String> lines() {
    return List.of(
        "%s, %d processors, %s, %s"
            .formatted(processor, processors, instructionSet, operatingSystem),
        java
            + ", "
            + String.join(
                ", ",
                versions.entrySet().stream().map(e -> e.getKey() + " " + e.getValue()).toList()),
        "%d threads, GOMP_SPINCOUNT %s; %.1f processes wanted a processor as it began"
            .formatted(threads, spinCount, loadBefore));
  }
}
