package io.fovea.bench;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.PageLoadStrategy;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.interactions.Actions;

/**
 * Chromium without a screen, which a person's key, pointer and files are given to. The times are
 * taken within the page ({@code page-watch.js}), so that what the driver takes counts nowhere.
 */
final class PageBrowser implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final List<String> FLAGS =
      List.of(
          "--headless=new",
          "--no-sandbox",
          "--disable-gpu",
          "--disable-quic",
          "--no-first-run",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync",
          "--window-size=1440,900");

  private final ChromeDriver driver;

  private PageBrowser(ChromeDriver driver) {
    this.driver = driver;
    driver.manage().timeouts().scriptTimeout(PATIENCE);
    driver.executeCdpCommand(
        "Page.addScriptToEvaluateOnNewDocument", Map.of("source", watchScript()));
  }

  /**
   * Starts a browser.
   *
   * @param program Chromium
   * @param driver its driver
   * @throws BenchException if there is none
   */
  static PageBrowser start(Path program, Path driver) {
    var options = new ChromeOptions();
    options.setBinary(program.toFile());
    options.addArguments(FLAGS);
    options.setPageLoadStrategy(PageLoadStrategy.EAGER);
    try {
      var service =
          new ChromeDriverService.Builder()
              .usingDriverExecutable(driver.toFile())
              .usingAnyFreePort()
              .withLogFile(new File("/dev/null"))
              .build();
      return new PageBrowser(new ChromeDriver(service, options));
    } catch (WebDriverException | IllegalStateException e) {
      throw new BenchException(
          "no browser could be started (%s); install Debian's chromium and chromium-driver"
              .formatted(e.getMessage().lines().findFirst().orElse("")),
          e);
    }
  }

  private static String watchScript() {
    try (InputStream in = PageBrowser.class.getResourceAsStream("page-watch.js")) {
      if (in == null) {
        throw new BenchException("page-watch.js isn't in the jar; build it anew");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new BenchException("page-watch.js can't be read: " + e.getMessage(), e);
    }
  }

  /** Name and version. */
  String version() {
    var capabilities = driver.getCapabilities();
    return capabilities.getBrowserName() + " " + capabilities.getBrowserVersion();
  }

  /** Opens a page, and comes back when its modules have begun. */
  void open(URI address) {
    driver.get(address.toString());
  }

  /** The moment at which the page is complete, as it comes from {@link #open}. */
  PageMoment complete() {
    return result("the first complete page");
  }

  /** From a key to the painted montage (or bars) of the layer that it goes to. */
  PageMoment stepLayer(Keys key) {
    arm("layer", "keydown");
    new Actions(driver).sendKeys(key).perform();
    return result("the montage of the next layer");
  }

  /** From a chosen file to its scores and the thumbnails of all nodes. */
  PageMoment choose(Path picture) {
    arm("picture", "change");
    driver
        .findElement(By.cssSelector(".input-pane input[type=file]"))
        .sendKeys(picture.toAbsolutePath().toString());
    return result("the scores of " + picture.getFileName());
  }

  /**
   * From the end of drawing a box to the filters that see it. The box goes with this.
   *
   * @param left of the box, in parts of the picture's width from its middle, −0.5 to 0.5; the rest
   *     likewise
   */
  PageMoment drawBox(double left, double top, double right, double bottom) {
    WebElement picture = driver.findElement(By.cssSelector("fovea-picture canvas"));
    int width = picture.getSize().getWidth();
    int height = picture.getSize().getHeight();
    arm("filters", "pointerup");
    new Actions(driver)
        .moveToElement(picture, (int) (left * width), (int) (top * height))
        .clickAndHold()
        .moveToElement(picture, (int) (right * width), (int) (bottom * height))
        .release()
        .perform();
    PageMoment moment = result("the filters that see the box");
    driver.findElement(By.cssSelector(".find header button.quiet")).click();
    return moment;
  }

  /** The name of the layer that is selected. */
  String layer() {
    return (String)
        driver.executeScript("return new URLSearchParams(location.search).get('layer')");
  }

  /** Names of all layers. */
  List<String> layers() {
    Object names =
        driver.executeAsyncScript(
            "const done = arguments[0]; const model = new URLSearchParams(location.search)"
                + ".get('model'); fetch(`api/network?model=${model}`).then((a) => a.json())"
                + ".then((network) => done(network.layers.map((layer) => layer.name)))");
    return ((List<?>) names).stream().map(String::valueOf).toList();
  }

  /** Waits until the page awaits no answer any more. */
  void rest() {
    driver.executeAsyncScript("foveaWatch.rest().then(arguments[0])");
  }

  /** What came over the network since the page began to load. */
  PageBytes bytes() {
    var sums = (Map<?, ?>) driver.executeScript("return foveaWatch.bytes()");
    return new PageBytes(
        (long) number(sums, "page"), (long) number(sums, "data"), (int) number(sums, "requests"));
  }

  private void arm(String what, String event) {
    rest();
    driver.executeScript("foveaWatch.arm(arguments[0], arguments[1])", what, event);
  }

  private PageMoment result(String what) {
    try {
      var times = (Map<?, ?>) driver.executeAsyncScript("foveaWatch.result.then(arguments[0])");
      return new PageMoment(
          number(times, "origin"),
          number(times, "start"),
          number(times, "painted"),
          number(times, "shown"));
    } catch (WebDriverException e) {
      throw new BenchException(
          "the page doesn't show %s within %d s".formatted(what, PATIENCE.toSeconds()), e);
    }
  }

  private static double number(Map<?, ?> from, String name) {
    return from.get(name) instanceof Number number ? number.doubleValue() : 0;
  }

  @Override
  public void close() {
    driver.quit();
  }
}
