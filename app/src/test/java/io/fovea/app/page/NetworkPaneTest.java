package io.fovea.app.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.fovea.app.server.PageOptions;
import io.fovea.app.server.PageServer;
import io.fovea.zoo.Models;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.WebDriverWait;

/** The middle pane in a browser: the bundled network as a graph and as a table. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NetworkPaneTest {
  private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
  private static final Path DRIVER = Path.of("/usr/bin/chromedriver");

  private Optional<PageServer> server = Optional.empty();
  private Optional<ChromeDriver> browser = Optional.empty();

  @BeforeAll
  void start() {
    assumeTrue(
        Files.isExecutable(CHROMIUM) && Files.isExecutable(DRIVER),
        "Chromium and its driver aren't installed");
    server =
        Optional.of(
            PageServer.start(
                new PageOptions(
                    Models.ofEnvironment(Map.of()),
                    "squeezenet",
                    Optional.empty(),
                    "127.0.0.1",
                    0,
                    List.of(),
                    1)));
    browser = Optional.of(browser());
  }

  @AfterEach
  void theConsoleSaysNoError() {
    assertThat(
            page().manage().logs().get(LogType.BROWSER).getAll().stream()
                .filter(entry -> entry.getLevel().intValue() >= Level.SEVERE.intValue())
                .map(LogEntry::getMessage))
        .isEmpty();
  }

  @AfterAll
  void close() {
    browser.ifPresent(ChromeDriver::quit);
    server.ifPresent(PageServer::close);
  }

  @Test
  void aBlockOpensInItsPlaceAndItsButtonKeepsTheFocus() {
    open("&language=en");

    shown("//button[@aria-label='Open fire2: show its 7 layers']").click();
    WebElement close = shown("//button[@aria-label='Close fire2']");

    assertThat(page().findElements(By.cssSelector(".layer-card.inner"))).hasSize(7);
    assertThat(close.getDomAttribute("aria-expanded")).isEqualTo("true");
    assertThat(page().switchTo().activeElement()).isEqualTo(close);
    assertThat(page().getCurrentUrl()).contains("open=fire2");
  }

  @Test
  void aClosedBlockSaysWhichPictureIsWhichLayers() {
    open("&language=en");
    shown("//button[@title='8 · fire2-relu_expand1x1 · activation · 56 × 56 × 64']").click();

    assertThat(
            shown("//*[contains(@class, 'block-card') and contains(@class, 'chosen')]").getText())
        .contains("relu_expand1x1");
    assertThat(page().getCurrentUrl()).contains("layer=fire2-relu_expand1x1");
  }

  @Test
  void graphAndTableHaveOneSelection() {
    open("&language=en");
    shown("//button[starts-with(@aria-label, 'pool1,')]").click();

    press("g");
    assertThat(shown("//tr[@aria-selected='true']").getDomAttribute("data-layer"))
        .isEqualTo("pool1");
    shown("//tr[@data-layer='conv1']").click();
    press("g");

    assertThat(shown("//*[contains(@class, 'card layer-card') and contains(@class, 'chosen')]"))
        .extracting(WebElement::getText)
        .asString()
        .contains("conv1");
  }

  @Test
  void aSearchDimsWhatItDoesNotFindAndEnterGoesToTheFirst() {
    open("&language=en");
    shown("//button[starts-with(@aria-label, 'conv1,')]");

    press("/");
    page().switchTo().activeElement().sendKeys("pool3");
    shown("//*[@class='network-found' and normalize-space()='1 of 68']");
    page().switchTo().activeElement().sendKeys(Keys.ENTER);

    shown("//button[starts-with(@aria-label, 'pool3,') and @aria-current='true']");
    assertThat(page().findElement(By.cssSelector(".card.chosen")).getDomAttribute("class"))
        .doesNotContain("dimmed");
    assertThat(page().findElements(By.cssSelector(".card.dimmed"))).isNotEmpty();
  }

  @Test
  void theTableSortsByAColumnBothWays() {
    open("&language=en&show=table");
    shown("//th[contains(@class, 'column-learnables')]/button").click();
    shown("//th[contains(@class, 'column-learnables') and @aria-sort='ascending']/button").click();
    shown("//th[contains(@class, 'column-learnables') and @aria-sort='descending']");

    // 3 × 3 × 64 × 256 weights and 256 biases: the largest layers, in a network for 101 classes
    assertThat(page().findElements(By.cssSelector("tbody tr")).get(0).getText())
        .contains("fire9-expand3x3")
        .contains("147,712");
  }

  @Test
  void arrowsFollowTheOrderOfTheTable() { // by name, conv10 comes right behind conv1
    open("&language=en&show=table&layer=relu_conv1");
    shown("//th[contains(@class, 'column-name')]/button").click();
    WebElement row = shown("//tr[@data-layer='conv1']");
    row.click();
    row.sendKeys(Keys.ARROW_DOWN);

    shown("//tr[@data-layer='conv10' and @aria-selected='true']");
  }

  @Test
  void itSpeaksKorean() {
    open("&language=ko");

    assertThat(shown("//button[starts-with(@aria-label, 'conv1,')]").getText()).contains("합성곱");
  }

  private void open(String query) {
    page().get(server.orElseThrow().address() + "?theme=dark" + query);
  }

  private void press(String key) {
    new Actions(page()).sendKeys(key).perform();
  }

  private ChromeDriver page() {
    return browser.orElseThrow();
  }

  private WebElement shown(String xpath) {
    return new WebDriverWait(page(), Duration.ofMinutes(2))
        .until(ExpectedConditions.elementToBeClickable(By.xpath(xpath)));
  }

  private static ChromeDriver browser() {
    var logs = new LoggingPreferences();
    logs.enable(LogType.BROWSER, Level.ALL);
    var options = new ChromeOptions();
    options.setBinary(CHROMIUM.toFile());
    options.addArguments(
        "--headless=new",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-background-networking",
        "--window-size=1280,720");
    options.setCapability(ChromeOptions.LOGGING_PREFS, logs);
    return new ChromeDriver(
        new ChromeDriverService.Builder().usingDriverExecutable(DRIVER.toFile()).build(), options);
  }
}
