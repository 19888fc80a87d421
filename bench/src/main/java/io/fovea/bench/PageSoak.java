package io.fovea.bench;

import io.fovea.tensor.FoveaException;
import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Many people explore through one server for some minutes; fails when one of them gets an error, or
 * the server's memory grows.
 *
 * <p>{@code java -cp bench/target/fovea-bench.jar io.fovea.bench.PageSoak}
 */
@Command(
    name = "fovea-page-soak",
    mixinStandardHelpOptions = true,
    description = "Many clients explore through one server; fails at an error or growing memory.")
public final class PageSoak implements Callable<Integer> {
  private static final double MEGA = 1 << 20;
  private static final int SAMPLES = 80;
  private static final int SAMPLE_LINES = 20;
  private static final int QUARTERS = 4;
  private static final String MODEL = "squeezenet";

  @Option(
      names = "--clients",
      defaultValue = "50",
      description = "People at once (${DEFAULT-VALUE}).")
  private int clients = 50;

  @Option(
      names = "--minutes",
      defaultValue = "10",
      description = "How long they explore (${DEFAULT-VALUE}).")
  private double minutes = 10;

  @Option(
      names = "--think",
      paramLabel = "MS",
      defaultValue = "1500",
      description = "A person's pause between two acts, on average (${DEFAULT-VALUE}).")
  private int think = 1500;

  @Option(
      names = "--allowed-growth",
      paramLabel = "MB",
      defaultValue = "64",
      description =
          "How much the last quarter may have more than the second, MB (${DEFAULT-VALUE}).")
  private double allowedGrowth = 64;

  @Option(
      names = "--models",
      defaultValue = "../shared/models",
      description = "The folder that holds squeezenet (${DEFAULT-VALUE}).")
  private Path models = Path.of("");

  @Option(
      names = "--photo",
      defaultValue = "../shared/data/photos/pytorch-dog.jpg",
      description = "The photograph that the page begins with (${DEFAULT-VALUE}).")
  private Path photo = Path.of("");

  @Option(
      names = "--launcher",
      defaultValue = "./fovea",
      description = "Fovea's launcher (${DEFAULT-VALUE}).")
  private Path launcher = Path.of("");

  private final PageTally tally = new PageTally();

  /** Exit code 0 if there was no error and memory stayed flat, 1 if not. */
  public static void main(String[] args) {
    System.exit(
        new CommandLine(new PageSoak())
            .setExecutionExceptionHandler(
                (exception, line, parsed) -> {
                  if (!(exception instanceof FoveaException)) {
                    throw exception;
                  }
                  line.getErr().println(exception.getMessage());
                  return 1;
                })
            .execute(args));
  }

  @Override
  public Integer call() throws InterruptedException, IOException {
    Path log = Files.createTempFile("fovea-explore-", ".log");
    List<ServerMemory> samples;
    try (PageProcess server =
        PageProcess.start(
            launcher.toAbsolutePath().normalize(),
            models.toAbsolutePath().normalize(),
            MODEL,
            photo.toAbsolutePath().normalize(),
            log.toFile())) {
      System.out.printf(Locale.ROOT, "%d clients for %.1f minutes%n", clients, minutes);
      samples = soak(server);
    }
    System.out.print(tally.table());
    String said = Files.readString(log);
    Files.deleteIfExists(log);
    boolean quiet = saysNothing(said);
    System.out.printf(
        "%,d answers, %,d errors, %,d times told that the server is busy%n",
        tally.answers(), tally.failures(), tally.refusals());
    boolean flat = isFlat(samples);
    return flat && quiet && tally.failures() == 0 && tally.answers() > 0 ? 0 : 1;
  }

  /** All that a server may say is how to end it. */
  private static boolean saysNothing(String said) {
    List<String> lines = said.lines().filter(line -> !line.contains("press Ctrl-C")).toList();
    lines.stream().limit(SAMPLE_LINES).forEach(line -> System.out.println("server: " + line));
    return lines.isEmpty();
  }

  private List<ServerMemory> soak(PageProcess server) throws InterruptedException {
    var end = new CountDownLatch(1);
    var http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    var api = new PageApi(http, server.address(), tally);
    List<Thread> people =
        IntStream.range(0, clients)
            .mapToObj(seed -> new Thread(new PageClient(api, seed, end, think)))
            .toList();
    people.forEach(Thread::start);
    var samples = new ArrayList<ServerMemory>();
    try {
      Duration step = Duration.ofNanos((long) (minutes * TimeUnit.MINUTES.toNanos(1) / SAMPLES));
      for (int i = 1; i <= SAMPLES; i++) {
        Thread.sleep(step.toMillis());
        samples.add(ServerMemory.of(server.server()));
        if (i % (SAMPLES / SAMPLE_LINES) == 0) {
          print(i * step.toSeconds(), samples.get(i - 1));
        }
      }
    } finally {
      end.countDown();
    }
    for (Thread each : people) {
      each.join();
    }
    return samples;
  }

  private void print(long seconds, ServerMemory memory) {
    System.out.printf(
        Locale.ROOT,
        "%5d s: %,7d answers, %d errors, %d busy; resident %.0f MB, heap %.0f MB%n",
        seconds,
        tally.answers(),
        tally.failures(),
        tally.refusals(),
        memory.resident() / MEGA,
        memory.heap() / MEGA);
  }

  private boolean isFlat(List<ServerMemory> samples) {
    int quarter = samples.size() / QUARTERS;
    double before = resident(samples.subList(quarter, 2 * quarter));
    double after = resident(samples.subList(samples.size() - quarter, samples.size()));
    boolean flat = after - before <= allowedGrowth;
    System.out.printf(
        Locale.ROOT,
        "resident memory of the second quarter %.0f MB, of the last %.0f MB: %s%n",
        before,
        after,
        flat ? "flat" : "it grows by more than " + allowedGrowth + " MB");
    return flat;
  }

  private static double resident(List<ServerMemory> samples) {
    return Measurement.percentile(
        samples.stream().mapToDouble(sample -> sample.resident() / MEGA).toArray(), 50);
  }
}
