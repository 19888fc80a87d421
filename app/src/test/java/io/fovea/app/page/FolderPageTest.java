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
import org.openqa.selenium.WebElement;

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
