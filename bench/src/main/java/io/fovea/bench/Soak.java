package io.fovea.bench;

import io.fovea.network.Network;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Runs plans for a long time on many threads, compiling and closing them all the while, and fails
 * when native memory grows.
 *
 * <p>{@code java -cp bench/target/fovea-bench.jar io.fovea.bench.Soak}
 */
@Command(
    name = "fovea-soak",
    mixinStandardHelpOptions = true,
    description = "Runs plans for a long time and fails when native memory grows.")
public final class Soak implements Callable<Integer> {
  private static final double MEGA = 1 << 20;
  private static final int SAMPLES = 40;
  private static final int SAMPLE_LINES = 10;

  @Option(
      names = "--runs",
      defaultValue = "200000",
      description = {
        "Runs of a small network (${DEFAULT-VALUE}).",
        "In the first 100,000 the Java machine itself still grows a little."
      })
  private long runs;

  @Option(
      names = "--model-runs",
      defaultValue = "2000",
      description = "Runs of the model afterwards (${DEFAULT-VALUE}).")
  private long modelRuns;

  @Option(
      names = "--model",
      defaultValue = "../shared/models/squeezenet/model.onnx",
      description = "An ONNX file that classifies (${DEFAULT-VALUE}).")
  private Path model = Path.of("");

  @Option(
      names = "--workers",
      defaultValue = "4",
      description = "Threads that run plans at the same time (${DEFAULT-VALUE}).")
  private int workers;

  @Option(
      names = "--allowed-growth",
      paramLabel = "MB",
      defaultValue = "16",
      description =
          "How much the last quarter may have more than the second, MB (${DEFAULT-VALUE}).")
  private double allowedGrowth;

  /** Exit code 0 if memory stayed flat, 1 if it grew. */
  public static void main(String[] args) {
    System.exit(
        Relaunch.isChild()
            ? new CommandLine(new Soak()).execute(args)
            : Relaunch.run(
                Relaunch.process(
                    Soak.class,
                    List.of("-Xms256m", "-Xmx256m", "-XX:+AlwaysPreTouch"),
                    Relaunch.openMp(1),
                    Arrays.asList(args))));
  }

  @Override
  public Integer call() throws InterruptedException {
    boolean small = soak("a small network", new SoakNetwork().network(), runs);
    boolean large = soak(model.toString(), Model.read(model).network(), modelRuns);
    return small && large ? 0 : 1;
  }

  /** Soaks one network, and says whether memory stayed flat. */
  private boolean soak(String what, Network network, long total) throws InterruptedException {
    System.out.printf("%s: %,d runs on %d threads%n", what, total, workers);
    var left = new AtomicLong(total);
    ExecutorService pool = Executors.newFixedThreadPool(workers);
    List<Future<?>> parts = new ArrayList<>();
    IntStream.range(0, workers)
        .forEach(seed -> parts.add(pool.submit(new SoakWorker(network, left, seed))));
    pool.shutdown();
    var samples = new ArrayList<Memory>();
    for (int i = 1; i <= SAMPLES && !pool.isTerminated(); i++) {
      awaitRunsLeft(left, total - total * i / SAMPLES, pool);
      samples.add(Memory.now());
      if (i % (SAMPLES / SAMPLE_LINES) == 0) {
        print(total - Math.max(0, left.get()), samples.get(samples.size() - 1));
      }
    }
    pool.awaitTermination(1, TimeUnit.MINUTES);
    Optional<Throwable> failure = parts.stream().flatMap(each -> failure(each).stream()).findAny();
    failure.ifPresent(cause -> System.out.println("failed: " + cause.getMessage()));
    return failure.isEmpty() && isFlat(samples);
  }

  private static void awaitRunsLeft(AtomicLong left, long few, ExecutorService pool)
      throws InterruptedException {
    while (left.get() > few && !pool.awaitTermination(5, TimeUnit.MILLISECONDS)) {
      // The workers go on.
    }
  }

  private static Optional<Throwable> failure(Future<?> part) {
    try {
      part.get();
      return Optional.empty();
    } catch (ExecutionException e) {
      return Optional.of(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.of(e);
    }
  }

  private boolean isFlat(List<Memory> samples) {
    int quarter = samples.size() / 4;
    double before = resident(samples.subList(quarter, 2 * quarter));
    double after = resident(samples.subList(samples.size() - quarter, samples.size()));
    boolean flat = after - before <= allowedGrowth;
    System.out.printf(
        Locale.ROOT,
        "resident memory of the second quarter %.1f MB, of the last %.1f MB: %s%n",
        before,
        after,
        flat ? "flat" : "it grows by more than " + allowedGrowth + " MB");
    return flat;
  }

  private static double resident(List<Memory> samples) {
    return Measurement.percentile(
        samples.stream().mapToDouble(sample -> sample.resident() / MEGA).toArray(), 50);
  }

  private static void print(long done, Memory memory) {
    System.out.printf(
        Locale.ROOT,
        "%,9d runs: resident %.1f MB, by JavaCPP %.1f MB, its pointers %.3f MB%n",
        done,
        memory.resident() / MEGA,
        memory.physical() / MEGA,
        memory.tracked() / MEGA);
  }
}
