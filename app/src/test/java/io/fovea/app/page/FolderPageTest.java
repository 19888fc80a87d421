package io.fovea.app.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.fovea.app.server.PageOptions;
import io.fovea.app.server.PageServer;
import io.fovea.zoo.Models;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.support.ui.Select;

/** Which folder a training is given. */
@Timeout(120)
@ExtendWith(InBrowser.class)
class FolderPageTest {
  @TempDir private Path folder;

  @Test
  void theFolderThatWasChosenLastIsTheOneHoweverLateTheOtherArrives(Page page) throws IOException {
    labelled("slow");
    labelled("quick");
    try (PageServer server = serve()) {
      page.visit(server, "?tab=train");
      page.see(".folder-list button");
      Arrivals.hold(page, "api/folders");
      entry(page, "slow").click();
      entry(page, "quick").click();
      page.text(".folder-path", text -> text.endsWith("quick"));

      Arrivals.letGo(page);

      assertThat(page.see(".folder-path").getText()).endsWith("quick");
      page.see(".folder-verdict.good");
      page.leaveServer();
    }
  }

  @Test
  void whatWasChosenIsThereAgainAfterAReload(Page page) throws IOException {
    labelled("one");
    labelled("two");
    try (PageServer server = serve()) {
      page.visit(server, "?tab=train");
      page.see(".folder-list button");
      page.button("From scratch").click();
      new Select(page.see(".train-form select")).selectByValue("resnet18");
      entry(page, "two").click();
      page.see(".folder-verdict.good");
      page.see("input[placeholder^=trained]").sendKeys("pets", Keys.TAB);
      page.button("More options").click();
      page.see("input[max='1000']").sendKeys("3", Keys.TAB);
      page.untilInAddress("epochs", "3");

      page.reload();

      page.text(".folder-path", text -> text.endsWith("two"));
      page.see(".folder-verdict.good");
      page.see(".switch button:last-child[aria-pressed=true]");
      assertThat(chosen(page, ".train-form select")).isEqualTo("resnet18");
      assertThat(chosen(page, "input[placeholder^=trained]")).isEqualTo("pets");
      assertThat(chosen(page, "input[max='1000']")).isEqualTo("3"); // in sight, as it was chosen
      page.leaveServer();
    }
  }

  @Test
  void whatWasChosenStaysOnTheWayBackToAnotherTab(Page page) throws IOException {
    labelled("one");
    labelled("two");
    try (PageServer server = serve()) {
      page.visit(server, "");
      page.button("Train").click();
      entry(page, "two").click();
      page.see(".folder-verdict.good");

      page.back();
      page.see("main.explore");
      page.button("Train").click();

      page.see(".folder-verdict.good");
      assertThat(page.inAddress("folder")).endsWith("two");
      page.leaveServer();
    }
  }

  @Test
  void aFolderThatIsNotThereIsSaidAndLeftOut(Page page) {
    try (PageServer server = serve()) {
      page.visit(server, "?tab=train&folder=gone&epochs=many&called=my+pets&keep=worst");

      page.text(".train-fault", text -> text.startsWith("gone: there is no such folder"));
      page.untilInAddress("folder", "");
      for (String each : List.of("epochs", "called", "keep")) {
        page.untilInAddress(each, "");
      }
      page.errors(); // of the answer that says so
      page.leaveServer();
    }
  }

  private static String chosen(Page page, String css) {
    return page.see(css).getDomProperty("value");
  }

  private static WebElement entry(Page page, String name) {
    page.see(".folder-list .name");
    return page.all(".folder-list button").stream()
        .filter(each -> each.getText().startsWith(name))
        .findFirst()
        .orElseThrow();
  }

  private PageServer serve() {
    return PageServer.start(
        new PageOptions(
            Models.ofEnvironment(Map.of()),
            "squeezenet",
            Optional.empty(),
            "127.0.0.1",
            0,
            List.of(folder),
            1));
  }

  private void labelled(String name) throws IOException {
    for (String label : List.of("red", "blue")) {
      Path own = Files.createDirectories(folder.resolve(name).resolve(label));
      Files.write(own.resolve("one.png"), Arrivals.picture(8, 8));
    }
  }
}
