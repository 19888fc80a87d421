package io.fovea.bench;

import io.fovea.tensor.FoveaException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Measures the page as a person meets it: {@code fovea explore} through the launcher, and a browser
 * that looks at it.
 *
 * <p>{@code java -cp bench/target/fovea-bench.jar io.fovea.bench.PageBenchmark -o results.json}
 */
@Command(
    name = "fovea-page-bench",
    mixinStandardHelpOptions = true,
    description = "Measures the page through its server, with Debian's Chromium.")
public final class PageBenchmark implements Callable<Integer> {
  private static final double START_MS = 2500;
  private static final double LIVE_PICTURES = 30;
  private static final double MEDIAN = 50;
  private static final String COMPLETE = "start to the first complete page";
  private static final String MODEL = "squeezenet";
  private static final Duration LIVE = Duration.ofSeconds(5);
  private static final List<String> LIVE_LAYERS = List.of("conv1", "relu_conv1", "pool1");

  @Option(
      names = "--rounds",
      defaultValue = "5",
      description = "Starts of the server, each looked at whole (${DEFAULT-VALUE}).")
  private int rounds = 5;

  @Option(
      names = "--models",
      defaultValue = "../shared/models",
      description = "The folder that holds squeezenet (${DEFAULT-VALUE}).")
  private Path models = Path.of("");

  @Option(
      names = "--photos",
      defaultValue = "../shared/data/photos",
      description =
          "A folder of photographs, of which the first is the start's (${DEFAULT-VALUE}).")
  private Path photos = Path.of("");

  @Option(
      names = "--launcher",
      defaultValue = "./fovea",
      description = "Fovea's launcher (${DEFAULT-VALUE}).")
  private Path launcher = Path.of("");

  @Option(
      names = "--browser",
      defaultValue = "/usr/bin/chromium",
      description = "Chromium (${DEFAULT-VALUE}).")
  private Path browser = Path.of("");

  @Option(
      names = "--driver",
      defaultValue = "/usr/bin/chromedriver",
      description = "Its driver (${DEFAULT-VALUE}).")
  private Path driver = Path.of("");

  @Option(
      names = "--only",
      split = ",",
      defaultValue = "start,page,live",
      description = "What to measure: start, page, live (${DEFAULT-VALUE}).")
  private Set<String> only = Set.of();

  @Option(
      names = "--pause",
      paramLabel = "SECONDS",
      defaultValue = "40",
      description = {
        "How long the very first page is left open; beside it the launcher makes its",
        "archive of classes (${DEFAULT-VALUE})."
      })
  private int pause = 40;

  @Option(names = "-o", paramLabel = "FILE", description = "Writes the results as JSON, too.")
  private Optional<Path> output = Optional.empty();

  private final PageFigures figures = new PageFigures(System.err);

  /** Exit code 0 if everything was measured, whatever it came to. */
  public static void main(String[] args) {
    Logger selenium = Logger.getLogger("org.openqa.selenium");
    selenium.setLevel(Level.SEVERE); // it warns of each Chromium that is newer than itself
    System.exit(
        new CommandLine(new PageBenchmark())
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
    List<Path> pictures = pictures();
    var machine = Machine.here(Runtime.getRuntime().availableProcessors(), false);
    try (PageBrowser running = PageBrowser.start(browser, driver)) {
      var report = new PageReport(machine, running.version());
      System.out.print(report.head());
      measure(running, pictures, log);
      System.out.print(report.table(figures.all()));
      output.ifPresent(file -> report.write(file, figures.all()));
    }
    Files.deleteIfExists(log);
    return 0;
  }

  private void measure(PageBrowser running, List<Path> pictures, Path log)
      throws InterruptedException {
    try (PageProcess first = explore(pictures, log)) {
      figures.time(COMPLETE + ", the very first", open(running, first).paintedSince(first.begin()));
      running.rest();
      Thread.sleep(Duration.ofSeconds(pause).toMillis());
    }
    for (int round = 1; round <= rounds; round++) {
      System.out.printf(Locale.ROOT, "round %d of %d%n", round, rounds);
      if (only.contains("start")) {
        startBrowserToo(pictures, log);
      }
      if (only.contains("start") || only.contains("page")) {
        look(running, pictures, log);
      }
    }
    if (only.contains("live")) {
      live(pictures, log);
    }
  }

  /** With a browser that runs already: what a person has who has any page open. */
  private void look(PageBrowser running, List<Path> pictures, Path log) {
    try (PageProcess server = explore(pictures, log)) {
      PageMoment complete = open(running, server);
      figures.time(COMPLETE, complete.paintedSince(server.begin()), MEDIAN, START_MS);
      figures.time(COMPLETE + ", frame through", complete.shownSince(server.begin()));
      figures.time("of it until the page begins to load", beginOf(complete, server));
      var visit = new PageVisit(running, figures);
      visit.bytes();
      if (only.contains("page")) {
        visit.choose(pictures.subList(1, pictures.size()));
        visit.walk();
        visit.boxes();
      }
    }
  }

  private static double beginOf(PageMoment complete, PageProcess server) {
    return complete.paintedSince(server.begin()) - complete.painted();
  }

  /** The browser is started when the address is there, its driver with it. */
  private void startBrowserToo(List<Path> pictures, Path log) {
    try (PageProcess server = explore(pictures, log);
        PageBrowser fresh = PageBrowser.start(browser, driver)) {
      figures.time(
          COMPLETE + ", browser and driver started too",
          open(fresh, server).paintedSince(server.begin()));
    }
  }

  private void live(List<Path> pictures, Path log) {
    try (PageProcess server = explore(pictures, log)) {
      var client = new PageLive(server.address(), MODEL);
      for (String layer : LIVE_LAYERS) {
        figures.add(
            "live pictures a second, " + layer,
            "1/s",
            client.picturesPerSecond(layer, LIVE),
            Optional.of(PageFigure.Goal.atLeast(MEDIAN, LIVE_PICTURES)));
      }
    }
  }

  private static PageMoment open(PageBrowser browser, PageProcess server) {
    browser.open(server.address());
    return browser.complete();
  }

  private PageProcess explore(List<Path> pictures, Path log) {
    return PageProcess.start(
        launcher.toAbsolutePath().normalize(),
        models.toAbsolutePath().normalize(),
        MODEL,
        pictures.get(0),
        log.toFile());
  }

  private List<Path> pictures() throws IOException {
    try (Stream<Path> files = Files.list(photos)) {
      List<Path> pictures =
          files
              .map(file -> file.toAbsolutePath().normalize())
              .filter(file -> file.toString().matches(".*\\.(jpg|png)"))
              .sorted()
              .toList();
      if (pictures.size() < 2) {
        throw new BenchException(
            photos + " holds no two photographs; pass such a folder with --photos");
      }
      return pictures;
    } catch (NoSuchFileException e) {
      throw new BenchException(photos + " isn't there; pass a folder with --photos", e);
    }
  }
}
