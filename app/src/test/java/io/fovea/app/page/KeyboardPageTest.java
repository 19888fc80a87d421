package io.fovea.app.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** The explore tab in a browser, without a mouse. */
@Timeout(120)
@ExtendWith(InBrowser.class)
class KeyboardPageTest {
  private static final String PICTURE = "fovea-picture canvas";
  private static final String CHANNEL = "fovea-channel canvas";
  private static final String MONTAGE = "fovea-montage canvas";
  private static final String STOP = "fovea-graph [tabindex='0']";
  private static final String PLACE_OF_STOP =
      "document.querySelector(\"" + STOP + "\").getBoundingClientRect()";
  private static final String FILTERS = "fovea-weights canvas";

  @Test
  void aBoxIsSetMovedSizedAndTakenOff(Page page) { // on 227 × 227, by 227 / 56 = 4 pixels
    page.open("");
    page.focus(PICTURE);

    page.press(Keys.ENTER);
    page.untilInAddress("box", "75,75,152,152"); // the middle third
    page.press(Keys.ARROW_RIGHT);
    page.untilInAddress("box", "75,79,152,156");
    page.pressWithShift(Keys.ARROW_UP);
    page.untilInAddress("box", "75,79,148,156");
    page.see(".find-list button.found");
    page.press(Keys.DELETE);
    page.untilInAddress("box", "");
  }

  @Test
  void aBoxStaysOnThePicture(Page page) {
    page.open("?box=1,2,226,100");
    page.focus(PICTURE);

    page.press(Keys.ARROW_UP, Keys.ARROW_LEFT, Keys.ARROW_LEFT);

    page.untilInAddress("box", "0,0,225,98");
  }

  @Test
  void aValueIsChosenAndKept(Page page) {
    page.open("?layer=conv1&channel=5&at=20,30");
    page.text(".arithmetic", text -> text.startsWith("Row 20, column 30 "));
    page.focus(CHANNEL);

    page.press(Keys.ARROW_RIGHT);
    page.untilInAddress("at", "20,31");
    page.pressWithShift(Keys.ARROW_DOWN);
    page.untilInAddress("at", "30,31");

    page.text(".arithmetic", text -> text.startsWith("Row 30, column 31 "));
    assertThat(page.inAddress("layer")).isEqualTo("conv1");
  }

  @Test
  void aChannelIsPickedInTheMontage(Page page) {
    page.open("?layer=conv1&channel=3");
    page.focus(MONTAGE);

    page.press(Keys.ARROW_RIGHT);

    page.untilInAddress("channel", "4");
    WebElement montage = page.see(MONTAGE);
    assertThat(montage.getAriaRole()).isEqualTo("slider");
    page.until("it is read out", valueText(MONTAGE, "Channel 4"));
    page.press(Keys.ARROW_DOWN);
    page.until(
        "a row below is chosen", "Number(new URLSearchParams(location.search).get('channel')) > 5");
    page.pressWithShift(Keys.END);
    page.untilInAddress("channel", "64");
    page.until("it is in sight", "document.querySelector('.montage').scrollTop > 0");
    assertThat(page.inAddress("layer")).isEqualTo("conv1");
  }

  @Test
  void aFilterIsPicked(Page page) {
    page.visit("?layer=conv1&view=weights&channel=3");
    page.see(FILTERS);
    page.until("filter 3 is chosen", valueText(FILTERS, "Filter 3"));
    page.focus(FILTERS);

    page.press(Keys.ARROW_LEFT);

    page.until("filter 2 is chosen", valueText(FILTERS, "Filter 2"));
    page.text(".channel h2", text -> text.startsWith("Filter 2:"));
  }

  @Test
  void theGraphIsOneStopOfTab(Page page) {
    page.open("?layer=pool1");
    page.see(".block-card .chevron");
    page.focus("#search");

    page.press(Keys.TAB);
    page.until("the selected layer has the focus", isAt("[aria-label^=pool1]"));
    page.press(Keys.TAB);
    page.until("the graph is left", isAt(".graph-tools button"));
  }

  @Test
  void whoHasGoneOnMeanwhileKeepsTheFocus(Page page) {
    page.open("?layer=pool1");
    page.focus(".block-card .chevron");
    Arrivals.hold(page, "api/graph");

    page.press(Keys.ENTER);
    page.press("/");
    Arrivals.letGo(page);

    page.see(".block-frame");
    assertThat(page.run("return document.activeElement.id")).isEqualTo("search");
  }

  @Test
  void fromTheGraphTheFocusGoesToTheTablesSwitch(Page page) {
    page.open("?layer=conv1");
    page.tabTo(STOP);

    page.press("g");

    page.until("it is there", isAt(".network-pane [aria-pressed=true]"));
  }

  @Test
  void theFocusGoesWithTheLayer(Page page) {
    page.open("?layer=conv1");
    page.tabTo(STOP);

    page.press(Keys.ARROW_DOWN);

    page.untilInAddress("layer", "relu_conv1");
    page.until("its card has the focus", isAt("[aria-label^=relu_conv1]"));
    page.quiet();
    page.press(Keys.ARROW_DOWN);
    page.untilInAddress("layer", "pool1");
    page.quiet();
    page.press(Keys.ARROW_DOWN);
    page.untilInAddress("layer", "fire2-squeeze1x1");
    page.until("its block has the focus", isAt(".block-card .card-button"));
    page.quiet();
    page.press(Keys.ARROW_RIGHT);
    page.until("the arrows still go through channels", "location.search.includes('channel=')");
  }

  @Test
  void enterOpensTheBlockOfTheLayerAndClosesIt(Page page) {
    page.open("?layer=fire3-expand3x3");
    page.tabTo(STOP);

    page.press(Keys.ENTER);
    page.untilInAddress("open", "fire3");
    page.until("the layer has the focus", isAt(".inner [aria-label^=fire3-expand3x3]"));
    page.press(Keys.SPACE);
    page.untilInAddress("open", "");
    page.until("the block has the focus", isAt(".block-card [aria-label^=fire3]"));

    assertThat(page.inAddress("layer")).isEqualTo("fire3-expand3x3");
  }

  @Test
  void theSelectedLayerIsReachedWhereverTheGraphStands(Page page) {
    page.open("?layer=conv10");
    page.see(STOP);
    page.run(
        "document.querySelector('fovea-graph').dispatchEvent(new WheelEvent('wheel', { deltaY: -1e5 }))");
    page.until("it is out of sight", "%s.bottom > innerHeight".formatted(PLACE_OF_STOP));

    page.tabTo(STOP);

    page.until("it is in sight", "%s.bottom < innerHeight".formatted(PLACE_OF_STOP));
    assertThat(page.see(STOP).getText()).contains("conv10");
  }

  @Test
  void whereTheFocusIsIsSeen(Page page) {
    page.open("?layer=conv1");

    for (String each : List.of("fovea-picture", "fovea-channel", ".montage")) {
      page.tabTo(each + " canvas");
      assertThat(page.run(MARKED, each)).as(each).isEqualTo(true);
    }
  }

  /** An outline round an element, or a frame inside it. */
  private static final String MARKED =
      """
      const element = document.querySelector(arguments[0]);
      return getComputedStyle(element).outlineStyle === 'solid'
        || getComputedStyle(element, '::after').borderTopStyle === 'solid';
      """;

  @Test
  void allThatTakesTheFocusHasAName(Page page) {
    page.open("?layer=conv1");

    assertThat(page.all("button, select, input, a[href], [tabindex='0']"))
        .filteredOn(WebElement::isDisplayed)
        .allSatisfy(
            each ->
                assertThat(each.getAccessibleName())
                    .as(each.getDomProperty("outerHTML"))
                    .isNotBlank());
  }

  @Test
  void theHelpListsTheKeysOfWhatHasTheFocus(Page page) {
    page.open("");

    page.press("?");

    page.text(
        "dialog.help",
        text ->
            text.contains("set a box in the middle")
                && text.contains("the tile beside, above, below")
                && text.contains("open the layer’s block, or close it")
                && text.contains("ten values on"));
    page.leave();
  }

  @Test
  void inCompareTheHelpListsTheKeysThatWorkThere(Page page) {
    page.visit("?tab=compare&otherInput=sample:shapes&layer=conv1");
    page.see(".pairs");

    page.press("?");

    page.text("dialog.help .lesson", text -> text.startsWith("Convolution"));
    assertThat(page.all("dialog.help kbd"))
        .extracting(WebElement::getText)
        .containsExactly("?", "Tab", "↑ ↓", "← ↑ → ↓", "Home End", "Enter");
    page.leave();
  }

  @Test
  void inTrainTheHelpTellsOfTransferLearningBesideTheForm(Page page) throws Exception {
    page.visit("?tab=train&layer=conv1");
    WebElement form = page.see(".train-form");

    page.press("?");

    page.text("dialog.help .lesson", text -> text.startsWith("Transfer learning"));
    page.keep("help-train");
    assertThat(page.all("dialog.help kbd"))
        .extracting(WebElement::getText)
        .containsExactly("?", "Tab", "← →", "Home End", "Esc");
    assertThat(page.see("dialog.help").getRect().getX())
        .isGreaterThanOrEqualTo(form.getRect().getX() + form.getRect().getWidth());
    page.leave();
  }

  @Test
  void whatTheBrowserDoesNotCopyIsShownSelected(Page page) { // as over plain http
    page.open("");
    page.run("Object.defineProperty(navigator, 'clipboard', { value: undefined })");

    page.button("Copy link").click();

    page.see("dialog.copy textarea");
    page.until("all of the link is selected", "getSelection().toString() === location.href");
    page.leave();
    page.until("it is closed", "!document.querySelector('dialog.copy[open]')");
  }

  private static String isAt(String css) {
    return "document.activeElement.matches('%s')".formatted(css);
  }

  private static String valueText(String canvas, String text) {
    return "document.querySelector('%s').getAttribute('aria-valuetext') === '%s'"
        .formatted(canvas, text);
  }
}
