package io.fovea.bench;

import io.fovea.tensor.FoveaException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Many people explore through one server for some minutes, asking as the page asks; fails when one
 * of them gets an error, more than one answer in a hundred is that the server is busy, or the
 * server's memory grows.
 *
 * <p>{@code java -cp bench/target/fovea-bench.jar io.fovea.bench.PageSoak}
 */
@Command(
    name = "fovea-page-soak",
    mixinStandardHelpOptions = true,
    description = "Many clients explore through one server; fails at an error or growing memory.")
public final class PageSoak implements Callable<Integer> {
  private static final int MOST_LINES = 20;
  private static final int MOST_LIVE = 2;
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
    boolean flat;
    try (PageProcess server =
        PageProcess.start(
            launcher.toAbsolutePath().normalize(),
            models.toAbsolutePath().normalize(),
            MODEL,
            photo.toAbsolutePath().normalize(),
            log.toFile())) {
      System.out.printf(Locale.ROOT, "%d clients for %.1f minutes%n", clients, minutes);
      var watch = new ServerWatch(server.server(), tally);
      soak(server.address(), watch);
      flat = isFlat(watch);
    }
    System.out.print(tally.table());
    String said = Files.readString(log);
    Files.deleteIfExists(log);
    boolean quiet = saysNothing(said);
    System.out.println(tally.line().strip());
    boolean refused = tally.isRefusedOften();
    if (refused) {
      System.out.println("more than 1 % were told that the server is busy");
    }
    return flat && quiet && !refused && tally.failures() == 0 && tally.answers() > 0 ? 0 : 1;
  }

  /** All that a server may say is how to end it. */
  private static boolean saysNothing(String said) {
    List<String> lines = said.lines().filter(line -> !line.contains("press Ctrl-C")).toList();
    lines.stream().limit(MOST_LINES).forEach(line -> System.out.println("server: " + line));
    return lines.isEmpty();
  }

  private void soak(URI page, ServerWatch watch) throws InterruptedException {
    System.setProperty("jdk.httpclient.allowRestrictedHeaders", "connection"); // see PageApi
    var end = new CountDownLatch(1);
    var http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    var host = new PageHost(http, page, tally, new Semaphore(MOST_LIVE));
    List<Thread> people =
        IntStream.range(0, clients)
            .mapToObj(seed -> new Thread(new PageClient(host, seed, end, think)))
            .toList();
    people.forEach(Thread::start);
    try {
      var duration = Duration.ofNanos((long) (minutes * TimeUnit.MINUTES.toNanos(1)));
      watch.watch(duration, System.out::println);
    } finally {
      end.countDown();
    }
    for (Thread each : people) {
      each.join();
    }
  }

  private boolean isFlat(ServerWatch watch) {
    boolean flat = watch.after() - watch.before() <= allowedGrowth;
    System.out.printf(
        Locale.ROOT,
        "resident memory of the second quarter %.0f MB, of the last %.0f MB: %s%n",
        watch.before(),
        watch.after(),
        flat ? "flat" : "it grows by more than " + allowedGrowth + " MB");
    return flat;
  }
}
