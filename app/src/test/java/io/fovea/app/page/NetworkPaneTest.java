package io.fovea.app.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** The middle pane in a browser: the bundled network as a graph and as a table. */
@Timeout(120)
@ExtendWith(InBrowser.class)
class NetworkPaneTest {
  @Test
  void aBlockOpensInItsPlaceAndItsButtonKeepsTheFocus(Page page) {
    page.visit("");

    page.button("Open fire2: show its 7 layers").click();
    WebElement close = page.button("Close fire2");

    assertThat(page.all(".layer-card.inner")).hasSize(7);
    assertThat(close.getDomAttribute("aria-expanded")).isEqualTo("true");
    page.until("it has the focus", "document.activeElement.ariaLabel === 'Close fire2'");
    assertThat(page.inAddress("open")).isEqualTo("fire2");
  }

  @Test
  void aClosedBlockSaysWhichPictureIsWhichLayers(Page page) {
    page.visit("");

    page.see("button[title='8 · fire2-relu_expand1x1 · activation · 56 × 56 × 64']").click();

    page.text(".block-card.chosen", text -> text.contains("relu_expand1x1"));
    assertThat(page.inAddress("layer")).isEqualTo("fire2-relu_expand1x1");
  }

  @Test
  void graphAndTableHaveOneSelection(Page page) {
    page.visit("");
    page.see("button[aria-label^='pool1,']").click();

    page.press("g");
    assertThat(page.see("tr[aria-selected=true]").getDomAttribute("data-layer")).isEqualTo("pool1");
    page.see("tr[data-layer=conv1]").click();
    page.press("g");

    page.text(".layer-card.chosen", text -> text.contains("conv1"));
  }

  @Test
  void aSearchDimsWhatItDoesNotFindAndEnterGoesToTheFirst(Page page) {
    page.visit("");
    page.see("button[aria-label^='conv1,']");

    page.press("/");
    page.press("pool3");
    page.text(".network-found", "1 of 68"::equals);
    page.press(Keys.ENTER);

    page.see("button[aria-label^='pool3,'][aria-current=true]");
    assertThat(page.all(".card.chosen.dimmed")).isEmpty();
    assertThat(page.all(".card.dimmed")).isNotEmpty();
  }

  @Test
  void theTableSortsByAColumnBothWays(Page page) {
    page.visit("?show=table");
    page.see("th.column-learnables button").click();
    page.see("th.column-learnables[aria-sort=ascending] button").click();
    page.see("th.column-learnables[aria-sort=descending]");

    // 3 × 3 × 64 × 256 weights and 256 biases: the largest layers, in a network for 101 classes
    assertThat(page.all("tbody tr").get(0).getText())
        .contains("fire9-expand3x3")
        .contains("147,712");
  }

  @Test
  void theTotalsAreThoseOfTheRowsThatASearchLeaves(Page page) {
    page.visit("?show=table");
    page.text("tfoot", text -> text.startsWith("68 Total") && text.contains("774,309"));

    page.see("#search").sendKeys("fire9-expand");

    // 1 × 1 and 3 × 3 × 64 × 256 weights, 256 biases each
    page.text("tfoot th", "2 of 68 layers"::equals);
    assertThat(page.see("tfoot .column-learnables").getText()).isEqualTo("164,352");
  }

  @Test
  void arrowsFollowTheOrderOfTheTable(Page page) { // by name, conv10 comes right behind conv1
    page.visit("?show=table&layer=relu_conv1");
    page.see("th.column-name button").click();
    WebElement row = page.see("tr[data-layer=conv1]");
    row.click();
    row.sendKeys(Keys.ARROW_DOWN);

    page.see("tr[data-layer=conv10][aria-selected=true]");
  }

  @Test
  void itSpeaksKorean(Page page) {
    page.visit("?language=ko");

    assertThat(page.see("button[aria-label^='conv1,']").getText()).contains("합성곱");
  }
}
