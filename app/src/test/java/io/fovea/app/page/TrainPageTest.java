package io.fovea.app.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.fovea.app.server.PageOptions;
import io.fovea.app.server.PageServer;
import io.fovea.image.Picture;
import io.fovea.zoo.Models;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.WebDriverWait;

/** The training tab in a browser: the bundled network learns to tell red from blue. */
class TrainPageTest {
  private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
  private static final Path DRIVER = Path.of("/usr/bin/chromedriver");
  private static final String BEGIN = "//section[@class='train-form']/button";
  private static final int SIDE = 8;

  @TempDir private Path folder;
  private Optional<PageServer> server = Optional.empty();
  private Optional<ChromeDriver> browser = Optional.empty();

  @AfterEach
  void close() {
    browser.ifPresent(ChromeDriver::quit);
    server.ifPresent(PageServer::close);
  }

  @Test
  void aNetworkIsTaughtJudgedAndExplored() throws IOException {
    colour("red", 255, 0);
    colour("blue", 0, 255);
    ChromeDriver page = open("en", List.of(folder));

    shown(page, "//p[contains(., '2 classes, 10 pictures')]");
    shown(page, BEGIN).click();
    shown(page, "//*[contains(@class, 'phase') and text()='done']");

    assertThat(shown(page, "//p[@class='train-accuracy']").getText())
        .matches("\\d+\\.\\d %\\s+of 2 pictures held out are told right by trained-1");
    assertThat(page.findElements(By.cssSelector(".confusion tbody th")))
        .extracting(WebElement::getText)
        .containsExactly("blue", "red");
    shown(page, "//button[text()='Compare with before']").click();
    shown(page, "//main[contains(@class, 'compare')]");
    assertThat(page.getCurrentUrl()).contains("otherModel=trained-1").doesNotContain("otherInput");
    page.navigate().back();
    shown(page, "//button[text()='Explore it']").click();
    shown(page, "//main[contains(@class, 'explore')]");
    assertThat(page.getCurrentUrl()).contains("model=trained-1");
    assertThat(faults(page)).isEmpty();
  }

  @Test
  void whereNoFolderIsAllowedThePageSaysHowToAllowOne() {
    ChromeDriver page = open("en", List.of());

    assertThat(shown(page, "//div[@class='folder-none']").getText())
        .contains("No folder of pictures is allowed yet")
        .contains("fovea explore --folder PICTURES");
    assertThat(shown(page, BEGIN).isEnabled()).isFalse();
    assertThat(faults(page)).isEmpty();
  }

  @Test
  void itSpeaksKorean() throws IOException {
    colour("red", 255, 0);
    colour("blue", 0, 255);
    ChromeDriver page = open("ko", List.of(folder));

    shown(page, "//p[contains(., '클래스 2개, 사진 10장')]");
    assertThat(shown(page, BEGIN).getText()).isEqualTo("학습 시작");
  }

  /** Five pictures of a class. */
  private void colour(String label, int red, int blue) throws IOException {
    Path own = Files.createDirectory(folder.resolve(label));
    for (int picture = 0; picture < 5; picture++) {
      var samples = new byte[SIDE * SIDE * 3];
      for (int i = 0; i < samples.length; i += 3) {
        samples[i] = (byte) red;
        samples[i + 1] = (byte) (10 * picture);
        samples[i + 2] = (byte) blue;
      }
      Picture.of(SIDE, SIDE, 3, samples).write(own.resolve(picture + ".png"));
    }
  }

  private ChromeDriver open(String language, List<Path> folders) {
    assumeTrue(
        Files.isExecutable(CHROMIUM) && Files.isExecutable(DRIVER),
        "Chromium and its driver aren't installed");
    var options =
        new PageOptions(
            Models.ofEnvironment(Map.of()),
            "squeezenet",
            Optional.empty(),
            "127.0.0.1",
            0,
            folders,
            1);
    server = Optional.of(PageServer.start(options));
    browser = Optional.of(browser());
    browser
        .get()
        .get(server.get().address() + "?tab=train&otherInput=sample:shapes&language=" + language);
    return browser.get();
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

  private static WebElement shown(ChromeDriver page, String xpath) {
    return new WebDriverWait(page, Duration.ofMinutes(2))
        .until(ExpectedConditions.visibilityOfElementLocated(By.xpath(xpath)));
  }

  private static List<LogEntry> faults(ChromeDriver page) {
    return page.manage().logs().get(LogType.BROWSER).getAll().stream()
        .filter(entry -> entry.getLevel().intValue() >= Level.SEVERE.intValue())
        .toList();
  }
}
