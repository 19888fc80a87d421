package io.fovea.app.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.fovea.app.TinyOnnx;
import io.fovea.app.server.PageServer;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;
import org.openqa.selenium.support.ui.Select;

/** The browser's back and forward. */
@Timeout(120)
@ExtendWith(InBrowser.class)
class BackPageTest {
  private static final String BACK = "history.back()";
  private static final String FORWARD = "history.forward()";

  @TempDir private Path folder;

  @Test
  void theyGoThroughTheLayersThatWereChosen(Page page) {
    page.open("?layer=conv1");
    page.see("[data-kind=pooling] .card-button").click();
    page.until("its montage is there", painted("pool1"));

    page.run(BACK);
    page.untilInAddress("layer", "conv1");
    page.until("its montage is back", painted("conv1"));
    page.run(FORWARD);

    page.untilInAddress("layer", "pool1");
    page.until("its montage is there", painted("pool1"));
  }

  @Test
  void layersThatAreOnlyPassedAreNoStepsOfTheirOwn(Page page) {
    page.open("?layer=conv1");
    page.press(Keys.ARROW_DOWN, Keys.ARROW_DOWN, Keys.ARROW_DOWN, Keys.ARROW_DOWN);
    page.untilInAddress("layer", "fire2-relu_squeeze1x1");

    page.run(BACK);

    page.untilInAddress("layer", "conv1");
  }

  @Test
  void whatTheBrowserDoesNotPutIntoTheAddressIsShownAllTheSame(Page page) {
    page.open("?layer=conv1");
    page.run("history.pushState = () => { throw new DOMException('too many', 'SecurityError'); }");

    page.press(Keys.ARROW_DOWN);

    page.until("its montage is there", painted("relu_conv1"));
    page.untilInAddress("layer", "relu_conv1"); // later
  }

  @Test
  void thePictureComesBackWithItsName(Page page) {
    page.open("?input=sample:face&box=20,20,90,90");
    page.see(".find");
    page.button("Shapes").click();
    page.text(".about", text -> text.contains("shapes"));
    assertThat(page.inAddress("box")).isEmpty();

    page.run(BACK);

    page.untilInAddress("input", "sample:face");
    page.text(".about", text -> text.contains("face"));
    page.text(".input-line", text -> text.startsWith("Box: rows 21–90, columns 21–90"));
    page.until("it is looked for again", "document.querySelector('.find-list button.found')");
  }

  @Test
  void aNetworkComesBackWithItsLayer(Page page) throws Exception {
    try (PageServer other = Page.serve(TinyOnnx.bright(folder).toString())) {
      page.visit(other, "");
      page.until("its layer is there", painted("both"));
      new Select(page.see("header select")).selectByValue("squeezenet-caltech101");
      page.until("the other's first is there", painted("conv1"));

      page.run(BACK);
      page.until("its layer is back", painted("both"));
      assertThat(page.inAddress("layer")).isEqualTo("both");
      page.run(FORWARD);

      page.until("the other's is there again", painted("conv1"));
      assertThat(page.inAddress("model")).isEqualTo("squeezenet-caltech101");
      page.quiet();
      page.leaveServer();
    }
  }

  @Test
  void languageAndThemeStayAsTheyAreNow(Page page) {
    page.open("?layer=conv1&theme=dark");
    page.see("[data-kind=pooling] .card-button").click();
    page.button("Light or dark").click();
    page.untilInAddress("theme", "light");

    page.run(BACK);

    page.untilInAddress("layer", "conv1");
    assertThat(page.inAddress("theme")).isEqualTo("light");
    assertThat(page.run("return document.documentElement.dataset.theme")).isEqualTo("light");
  }

  private static String painted(String layer) {
    return "document.querySelector('fovea-montage')?.dataset.painted?.startsWith('%s ')"
        .formatted(layer);
  }
}
