package io.fovea.app.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.fovea.app.TinyOnnx;
import io.fovea.app.server.PageServer;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A network whose numbers overflow, in a browser: it is told, and everything else goes on. */
@Timeout(120)
@ExtendWith(InBrowser.class)
class BrokenNumbersTest {
  @TempDir private Path folder;

  @Test
  void whatIsNotFiniteIsToldWhereItWouldBeShown(Page page) throws IOException {
    Path model = TinyOnnx.overflowing(folder);
    try (PageServer server = Page.serve(model.toString())) {
      String query = "?model=" + URLEncoder.encode(model.toString(), StandardCharsets.UTF_8);
      page.visit(server, query + "&input=sample:measurement&layer=both&channel=1");

      assertThat(page.text(".no-scores", text -> !text.isEmpty()))
          .contains("the score of class 0 is ")
          .doesNotContain("tells no classes");
      page.text(".montage .fault", text -> text.contains("values are not finite numbers"));
      page.see("fovea-channel canvas");
      assertThat(page.all(".message")).isEmpty();

      page.go(query + "&input=sample:measurement&layer=mean&sort=strongest");
      page.text(".bars .fault", text -> text.startsWith("2 values"));
      assertThat(page.see(".bars").getText()).contains("∞", "−∞");
      assertThat(page.all(".bars .name")).allMatch(each -> each.getText().matches("bright|dark"));

      page.go(query + "&input=sample:measurement&layer=prob");
      page.text(".exponentials", text -> text.contains("NaN"));
      page.leaveServer();
    }
  }
}
