package io.fovea.app.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.grack.nanojson.JsonObject;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** The explore tab in a browser: from the picture down to one value. */
@Timeout(120)
@ExtendWith(InBrowser.class)
class ExplorePageTest {
  @Test
  void itOpensWithScoresAndTheMontageOfTheFirstConvolution(Page page) {
    page.open("");

    assertThat(page.all(".scores .score")).hasSize(5);
    assertThat(page.see(".layer-pane").getAccessibleName()).isEqualTo("conv1");
    assertThat(page.see("fovea-montage canvas").getAccessibleName()).contains("64", "conv1");
    assertThat(page.see(".layer-pane").getText()).contains("113 × 113 × 64");
  }

  @Test
  void aLayerIsChosenByAClickInTheGraph(Page page) {
    page.open("");

    page.see("[data-kind=pooling] .card-button").click();

    page.untilInAddress("layer", "pool1");
    page.until("its montage is there", painted("pool1"));
    assertThat(page.see(".layer-pane").getAccessibleName()).isEqualTo("pool1");
  }

  @Test
  void arrowsGoThroughLayersAndChannels(Page page) {
    page.open("?layer=conv1&channel=3");

    page.press(Keys.ARROW_RIGHT);
    page.untilInAddress("channel", "4");
    page.press(Keys.ARROW_LEFT, Keys.ARROW_LEFT);
    page.untilInAddress("channel", "2");
    page.press(Keys.ARROW_DOWN);
    page.untilInAddress("layer", "relu_conv1");
    page.press(Keys.ARROW_UP);
    page.untilInAddress("layer", "conv1");
  }

  @Test
  void graphAndTableAreOneSelection(Page page) {
    page.open("?layer=pool1");

    page.press("g");

    assertThat(page.see("tr[aria-selected=true]").getDomAttribute("data-layer")).isEqualTo("pool1");
    page.see("tr[data-layer=conv1]").click();
    page.press("g");
    page.text(".card .card-button[aria-current=true]", text -> text.contains("conv1"));
  }

  @Test
  void theTableIsSearchedAndSorted(Page page) {
    page.open("?show=table");

    page.press("/");
    page.press("squeeze1x1");
    page.until("only those are left", "document.querySelectorAll('tbody tr').length === 16");
    page.leave();
    page.see(".column-learnables button").click();
    page.see(".column-learnables button").click();

    page.until(
        "one with the most is first", // 512 × 64 weights of fire9-squeeze1x1, or all of fire8 and 9
        "/^fire[89]-/.test(document.querySelector('tbody tr').dataset.layer)");
    assertThat(page.see("th.column-learnables").getDomAttribute("aria-sort"))
        .isEqualTo("descending");
  }

  @Test
  void aFireModuleIsOpenedInPlace(Page page) {
    page.open("");
    int before = page.all(".layer-card").size();

    page.see(".block-card .chevron").click();

    page.until(
        "its layers are there", "document.querySelectorAll('.layer-card.inner').length >= 5");
    assertThat(page.inAddress("open")).isEqualTo("fire2");
    assertThat(page.all(".layer-card").size()).isGreaterThan(before);
    page.see(".block-frame .chevron").click();
    page.until("it is closed", "!document.querySelector('.block-frame')");
  }

  @Test
  void aTileOpensItsChannel(Page page) {
    page.open("?layer=conv1");

    page.see("fovea-montage canvas").click();

    page.until(
        "a channel is chosen", "new URLSearchParams(location.search).get('channel') !== null");
    String channel = page.inAddress("channel");
    page.text(".channel h2", text -> text.equals("Channel " + channel));
    page.until(
        "its values are there", "document.querySelector('fovea-channel canvas')?.width === 113");
  }

  @Test
  void theArithmeticOfAValueIsThatOfTheServer(Page page) throws Exception {
    page.open("?layer=conv1&channel=5&at=20,30");
    JsonObject value =
        page.ask(
            "api/explain?model=squeezenet&input=sample:face&layer=conv1&channel=4&row=19&column=29");

    String shown = page.text(".arithmetic .equals b", text -> !text.isEmpty());

    assertThat(shown).isEqualTo("= " + decimal(value.getDouble("value")));
    assertThat(page.all(".arithmetic .patch")).hasSize(3); // a colour each
  }

  @Test
  void theValueUnderThePointerIsExplained(Page page) {
    page.open("?layer=conv1&channel=5&at=1,1");
    page.text(".arithmetic", text -> text.startsWith("Row 1, column 1 "));
    WebElement channel = page.see("fovea-channel canvas");

    page.hover(channel, channel.getSize().getWidth() / 2, channel.getSize().getHeight() / 2);

    page.text(".arithmetic", text -> text.matches("(?s)Row \\d\\d, column 57 .*")); // of 113
  }

  @Test
  void scaleMapAndOrderAreChosen(Page page) {
    page.open("?layer=conv1");

    page.press("t");
    page.untilInAddress("scale", "channel");
    page.see(".controls select[aria-label='Order of the channels']");
    page.press("z");
    page.untilInAddress("size", "2");
    page.untilPainted();
  }

  @Test
  void aBoxFindsTheChannelsThatSeeIt(Page page) {
    page.open("");
    WebElement picture = page.see("fovea-picture canvas");

    page.drag(picture, 60, 60, 130, 110);

    page.until(
        "channels are found", "document.querySelectorAll('.find-list button.found').length > 5");
    WebElement first = page.see(".find-list button.found");
    String name = first.getAccessibleName();
    first.click();
    page.until("its layer is chosen", "document.querySelector('.found[aria-current=true]')");
    assertThat(name).contains(page.inAddress("layer"));
    assertThat(page.inAddress("channel")).isNotEmpty();
    assertThat(page.inAddress("box").split(",")).hasSize(4);
  }

  @Test
  void aLayerOfSingleValuesIsShownAsBars(Page page) {
    page.open("?layer=prob");

    page.until("bars are there", "!document.querySelector('fovea-montage')");
    assertThat(page.see(".layer-pane").getText()).contains("1 × 1 × 101");
  }

  @Test
  void whatTheLastPoolingTakesIsShownThoughWhatItGivesAreBars(Page page) {
    page.visit("?layer=pool10&view=before");

    page.until(
        "its maps are painted",
        "document.querySelector('fovea-montage')?.dataset.painted?.startsWith('relu_conv10')");
    page.quiet();
    assertThat(page.see(".controls [aria-pressed=true][data-map]").isDisplayed()).isTrue();
  }

  @Test
  void barsHaveNeitherScaleNorColours(Page page) {
    page.open("?layer=pool10");

    page.see(".bars[data-layer=pool10]");
    assertThat(page.all(".controls [data-map]")).isEmpty();
    assertThat(page.all(".controls select")).hasSize(1); // the order
  }

  @Test
  void theWeightsOfTheFirstLayerAreShown(Page page) {
    page.open("?layer=conv1");

    page.button("Weights").click();

    page.untilInAddress("view", "weights");
    page.see(".layer-body canvas");
  }

  @Test
  void theLinkBringsEverythingBack(Page page) {
    page.open(
        "?layer=pool1&channel=7&scale=channel&sort=mean&open=fire3&show=graph&theme=light&size=2");

    page.reload();
    page.untilPainted();

    assertThat(page.see(".layer-pane").getAccessibleName()).isEqualTo("pool1");
    page.text(".channel h2", text -> text.contains("7"));
    page.see(".block-frame");
    assertThat(page.run("return document.documentElement.dataset.theme")).isEqualTo("light");
    assertThat(page.inAddress("sort")).isEqualTo("mean");
  }

  @Test
  void whileAPersonGoesDownTheNextLayerIsFetched(Page page) {
    page.open("?layer=conv1");

    page.press(Keys.ARROW_DOWN);

    page.until(
        "pool1 is here, though relu_conv1 is shown",
        "performance.getEntriesByType('resource').some((each) => each.name.includes('layer=pool1'))");
    assertThat(page.inAddress("layer")).isEqualTo("relu_conv1");
  }

  private static String painted(String layer) {
    return "document.querySelector('fovea-montage').dataset.painted?.startsWith('%s ')"
        .formatted(layer);
  }

  /** As words.js writes a value of ordinary size. */
  private static String decimal(double value) {
    double size = Math.abs(value);
    int digits = size >= 100 ? 1 : size >= 1 ? 2 : 3;
    return String.format(Locale.ROOT, "%." + digits + "f", value).replace('-', '−');
  }
}
