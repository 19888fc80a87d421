package io.fovea.app.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonParser;
import io.fovea.app.server.PageOptions;
import io.fovea.app.server.PageServer;
import io.fovea.image.Picture;
import io.fovea.zoo.Models;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.logging.Level;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.Keys;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.support.ui.WebDriverWait;

/**
 * The page in Chromium, with a server behind it that has the bundled network.
 *
 * <p>Whatever a person would wait for, it waits for; a message in the console fails the test.
 */
final class Page implements AutoCloseable {
  private static final Path PICTURES = Path.of("target", "screenshots");
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Duration OFTEN = Duration.ofMillis(30);

  private final ChromeDriver browser;
  private final PageServer server;
  private final HttpClient client = HttpClient.newHttpClient();
  private String address;

  private Page(ChromeDriver browser, PageServer server) {
    this.browser = browser;
    this.server = server;
    this.address = server.address();
  }

  /** Starts both; the test is skipped where there is no Chromium. */
  static Page start() {
    Chromium.assumeInstalled();
    PageServer server = serve("squeezenet");
    return new Page(Chromium.start(), server);
  }

  /** A server on a free port. */
  static PageServer serve(String model) {
    return serve(model, List.of());
  }

  /** A server on a free port that may train with the pictures of these folders. */
  static PageServer serve(String model, List<Path> folders) {
    return serve(0, model, folders);
  }

  /** A server on this port. */
  static PageServer serveAt(int port, String model) {
    return serve(port, model, List.of());
  }

  private static PageServer serve(int port, String model, List<Path> folders) {
    return PageServer.start(
        new PageOptions(
            Models.ofEnvironment(Map.of()),
            model,
            Optional.empty(),
            "127.0.0.1",
            port,
            folders,
            1)); // the browser needs the other core
  }

  /** Opens the page anew, and waits until it is complete. */
  void open(String query) {
    visit(server, query);
    untilPainted();
  }

  /** Opens the page anew. */
  void visit(String query) {
    visit(server, query);
  }

  /** Opens the same page with another query. */
  void go(String query) {
    browser.get(address + query);
  }

  /** Leaves the page, so that its server may end. */
  void leaveServer() {
    browser.get("about:blank");
  }

  /** Waits until nothing is under way. */
  void quiet() {
    until(
        "nothing is under way",
        "![...document.querySelectorAll('.waiting.on, .skeleton, [aria-busy=true]')]"
            + ".some((each) => each.checkVisibility())");
  }

  /** Chooses a file in the left pane. */
  void give(Path file) {
    waiting("for a place for files")
        .until(
            any ->
                browser.findElements(By.cssSelector(".input-pane input[type=file]")).stream()
                    .findFirst()
                    .orElse(null))
        .sendKeys(file.toAbsolutePath().toString());
  }

  /** Sends a small picture to the server, as another page would; gives its id. */
  String send(String name) throws Exception {
    URI home = URI.create(server.address());
    var request =
        HttpRequest.newBuilder(home.resolve("api/inputs?name=" + name))
            .header("Origin", "http://" + home.getAuthority())
            .POST(BodyPublishers.ofByteArray(Picture.of(9, 9, 3, new byte[9 * 9 * 3]).toPng()));
    return JsonParser.object()
        .from(client.send(request.build(), BodyHandlers.ofString()).body())
        .getString("id");
  }

  /** Chooses in the Save menu what begins with these words. */
  void save(String words) {
    see("#save").click();
    see("#save-menu [role=menuitem]");
    all("#save-menu [role=menuitem]").stream()
        .filter(each -> each.getText().startsWith(words))
        .findFirst()
        .orElseThrow()
        .click();
  }

  /** Has the browser put what is downloaded from now on into a folder. */
  Downloads downloadTo(Path folder) {
    browser.executeCdpCommand(
        "Browser.setDownloadBehavior",
        Map.of("behavior", "allow", "downloadPath", folder.toAbsolutePath().toString()));
    return new Downloads(folder, this::waiting);
  }

  /** Opens another server's page. */
  void visit(PageServer other, String query) {
    address = other.address();
    browser.get("about:blank");
    browser.get(address + query);
  }

  void back() {
    browser.navigate().back();
  }

  void reload() {
    browser.navigate().refresh();
  }

  /** Waits for scores and the montage, or the bars of a layer of single values. */
  void untilPainted() {
    see(".score meter");
    until(
        "the layer is painted",
        "document.querySelector('fovea-montage')?.dataset.painted"
            + " || document.querySelector('.bars[data-layer]')");
  }

  /** Waits for something to be on screen. */
  WebElement see(String css) {
    return see(css, PATIENCE);
  }

  /** Waits so long for something to be on screen. */
  WebElement see(String css, Duration patience) {
    return waiting("to see " + css)
        .withTimeout(patience)
        .until(
            any ->
                browser.findElements(By.cssSelector(css)).stream()
                    .filter(WebElement::isDisplayed)
                    .findFirst()
                    .orElse(null));
  }

  /** Waits for a button of this text or label. */
  WebElement button(String name) {
    return waiting("to see the button " + name)
        .until(
            any ->
                browser.findElements(By.cssSelector("button, label.button, summary")).stream()
                    .filter(
                        each ->
                            name.equals(each.getAccessibleName()) || name.equals(each.getText()))
                    .filter(WebElement::isDisplayed)
                    .findFirst()
                    .orElse(null));
  }

  /** Waits until something holds of the text of the first element. */
  String text(String css, Predicate<String> holds) {
    return waiting("for the text of " + css)
        .until(
            any ->
                browser.findElements(By.cssSelector(css)).stream()
                    .map(WebElement::getText)
                    .findFirst()
                    .filter(holds)
                    .orElse(null));
  }

  List<WebElement> all(String css) {
    return browser.findElements(By.cssSelector(css));
  }

  /** Waits until an expression of JavaScript is true. */
  void until(String what, String expression) {
    waiting("until " + what)
        .until(any -> Boolean.TRUE.equals(run("return Boolean(" + expression + ")")));
  }

  /** What a script returns. */
  Object run(String script, Object... values) {
    Object given = browser.executeScript(script, values);
    return given == null ? "" : given;
  }

  void press(CharSequence... keys) {
    new Actions(browser).sendKeys(keys).perform();
  }

  void pressWithShift(CharSequence key) {
    new Actions(browser).keyDown(Keys.SHIFT).sendKeys(key).keyUp(Keys.SHIFT).perform();
  }

  /** Gives an element the focus. */
  void focus(String css) {
    see(css);
    run("document.querySelector(arguments[0]).focus()", css);
  }

  /** Goes on with Tab until an element has the focus. */
  void tabTo(String css) {
    waiting("to come to " + css + " with Tab")
        .until(
            any -> {
              press(Keys.TAB);
              return run("return document.activeElement.matches(arguments[0])", css);
            });
  }

  void leave() {
    press(Keys.ESCAPE);
  }

  /** Clicks at a place of an element, from its left upper corner. */
  void click(WebElement element, int x, int y) {
    at(element, x, y).click().perform();
  }

  void hover(WebElement element, int x, int y) {
    at(element, x, y).perform();
  }

  /** Draws from one place of an element to another. */
  void drag(WebElement element, int x, int y, int toX, int toY) {
    at(element, x, y).clickAndHold().moveByOffset(toX - x, toY - y).release().perform();
  }

  private Actions at(WebElement element, int x, int y) {
    Dimension size = element.getSize();
    return new Actions(browser)
        .moveToElement(element, x - size.getWidth() / 2, y - size.getHeight() / 2);
  }

  /** What the address holds of the state; empty where it is left out. */
  String inAddress(String name) {
    return run("return new URLSearchParams(location.search).get(arguments[0]) ?? ''", name)
        .toString();
  }

  void untilInAddress(String name, String value) {
    waiting("until the address has %s=%s".formatted(name, value))
        .until(any -> inAddress(name).equals(value));
  }

  /** Another size of the window's inside. */
  void resize(int width, int height) {
    browser.executeCdpCommand(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
  }

  /** Has the system prefer light or dark colours; empty for neither. */
  void prefer(String scheme) {
    browser.executeCdpCommand(
        "Emulation.setEmulatedMedia",
        Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
  }

  /** Cuts the page off from its server, or lets it through again. */
  void cutOff(boolean off) {
    browser.executeCdpCommand("Network.enable", Map.of());
    browser.executeCdpCommand(
        "Network.emulateNetworkConditions",
        Map.of("offline", off, "latency", 0, "downloadThroughput", -1, "uploadThroughput", -1));
    if (off) { // the command comes back before it holds
      String fails = "return fetch('page/fovea.svg').then(() => false, () => true)";
      waiting("until the page is cut off").until(any -> run(fails).equals(true));
    }
  }

  /** What the server itself answers. */
  JsonObject ask(String path) throws Exception {
    var request = HttpRequest.newBuilder(URI.create(server.address() + path)).build();
    return JsonParser.object().from(client.send(request, BodyHandlers.ofString()).body());
  }

  /** Keeps what is on screen, for people to look at. */
  void keep(String name) throws IOException {
    Files.createDirectories(PICTURES);
    Files.write(PICTURES.resolve(name + ".png"), browser.getScreenshotAs(OutputType.BYTES));
  }

  /** Fails where the console tells of errors since it was last asked. */
  void checkConsole() {
    assertThat(errors()).isEmpty();
  }

  /** The errors in the console since it was last asked. */
  List<String> errors() {
    return browser.manage().logs().get(LogType.BROWSER).getAll().stream()
        .filter(entry -> entry.getLevel().intValue() >= Level.SEVERE.intValue())
        .map(entry -> entry.getMessage())
        .toList();
  }

  private WebDriverWait waiting(String what) {
    var wait = new WebDriverWait(browser, PATIENCE, OFTEN);
    wait.withMessage(() -> what + " in " + browser.getCurrentUrl());
    wait.ignoring(StaleElementReferenceException.class);
    return wait;
  }

  @Override
  public void close() {
    browser.quit();
    server.close();
  }
}
