package io.fovea.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/**
 * A training as a process of its own.
 *
 * @param seconds from its start to its end
 * @param accuracy on the pictures held out, in percent
 * @param peakMegabytes the most memory that it held, all in all; 0 where the system doesn't say
 */
record TrainingProcess(double seconds, double accuracy, double peakMegabytes) {
  private static final Pattern ACCURACY = Pattern.compile("accuracy ([0-9.]+) % of");
  private static final Pattern PEAK = Pattern.compile("VmHWM:\\s+(\\d+) kB");
  private static final int MILLISECONDS_BETWEEN_LOOKS = 20;
  private static final double KILO = 1024;

  /** Runs the launcher with these words, models in that folder. */
  static TrainingProcess run(List<String> command, Path models) {
    try {
      Path output = Files.createTempFile("fovea-training", ".txt");
      var builder = new ProcessBuilder(command).redirectOutput(output.toFile());
      builder.redirectError(ProcessBuilder.Redirect.DISCARD);
      builder.environment().put("FOVEA_MODELS", models.toAbsolutePath().normalize().toString());
      long start = System.nanoTime();
      Process process = builder.start();
      double peak = 0;
      while (!process.waitFor(MILLISECONDS_BETWEEN_LOOKS, TimeUnit.MILLISECONDS)) {
        peak = Math.max(peak, peakMegabytes(process.pid()));
      }
      double seconds = (System.nanoTime() - start) / 1e9;
      String text = Files.readString(output, StandardCharsets.UTF_8);
      Files.delete(output);
      var found = ACCURACY.matcher(text);
      if (process.exitValue() != 0 || !found.find()) {
        throw new BenchException(
            "%s ended with exit code %d: %s"
                .formatted(String.join(" ", command), process.exitValue(), text));
      }
      return new TrainingProcess(seconds, Double.parseDouble(found.group(1)), peak);
    } catch (IOException e) {
      throw new BenchException("a training can't be run: " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new BenchException("the benchmark was interrupted", e);
    }
  }

  private static double peakMegabytes(long process) {
    try {
      var found =
          PEAK.matcher(Files.readString(Path.of("/proc", String.valueOf(process), "status")));
      return found.find() ? Double.parseDouble(found.group(1)) / KILO : 0;
    } catch (IOException e) {
      return 0;
    }
  }
}
