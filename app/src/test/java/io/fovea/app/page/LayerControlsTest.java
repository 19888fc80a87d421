package io.fovea.app.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.grack.nanojson.JsonArray;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.support.ui.Select;

/** How a layer is shown: by the controls above it, and by what an address says of them. */
@Timeout(120)
@ExtendWith(InBrowser.class)
class LayerControlsTest {
  private static final String VIEWS = ".controls .switch[aria-label='What is shown']";
  private static final String FIRST = ".range input[aria-label='What is darkest']";
  private static final String SECOND = ".range input[aria-label='What is brightest']";

  @Test
  void aFixedRangeBeginsAsWhatIsShownToTheLastDigit(Page page) {
    page.open("?layer=conv1");

    new Select(page.see(".controls select[aria-label='More scales']")).selectByValue("fixed");

    page.see(SECOND);
    String[] ends = page.inAddress("scale").split(":");
    page.until("its tiles are there", "document.querySelector('fovea-legend span')");
    JsonArray limits = limits(page, "layer");
    assertThat(Float.parseFloat(ends[0])).isEqualTo(limits.getFloat(0));
    assertThat(Float.parseFloat(ends[1])).isEqualTo(limits.getFloat(1));
  }

  @Test
  void aFixedRangeIsTyped(Page page) {
    page.open("?layer=conv1&scale=0:1");

    write(page.see(FIRST), "-0.0123456");
    page.untilInAddress("scale", "-0.0123456:1");
    write(page.see(SECOND), "93.51");

    page.untilInAddress("scale", "-0.0123456:93.51");
    page.text(".below fovea-legend", text -> text.contains("93.51"));
  }

  @Test
  void aRangeThatGoesDownwardsIsNotTaken(Page page) {
    page.open("?layer=conv1&scale=0:1");

    WebElement first = page.see(FIRST);
    write(first, "2");

    assertThat(page.inAddress("scale")).isEqualTo("0:1");
    assertThat(page.run("return arguments[0].validationMessage", first).toString())
        .startsWith("The first number has to be less");
  }

  @Test
  void bothEndsAreReadAsTheyStand(Page page) {
    page.open("?layer=conv1&scale=0:3");
    write(page.see(FIRST), "5");

    write(page.see(SECOND), "10");

    page.untilInAddress("scale", "5:10");
    assertThat(page.see(FIRST).getDomProperty("validationMessage")).isEmpty();
  }

  @Test
  void aConstantLayerBeginsAsARangeThatIsNotEmpty(Page page) {
    page.open("");

    assertThat(range(page, "[[3, 3]]")).isEqualTo("3:4");
    assertThat(range(page, "[[0, 93.51000213623047], [-0.012345600128173828, 1]]"))
        .isEqualTo("-0.0123456:93.51");
  }

  @Test
  void theListOfScalesFollowsWhatIsChosenElsewhere(Page page) {
    page.open("?layer=conv1");
    var scales = new Select(page.see(".controls select[aria-label='More scales']"));
    scales.selectByVisibleText("Symmetric around 0");
    page.untilInAddress("scale", "symmetric");

    page.button("mat2gray").click();
    page.untilInAddress("scale", "");
    assertThat(scales.getFirstSelectedOption().getText()).isEqualTo("More scales");
    page.button("Signed").click();
    page.untilInAddress("scale", "symmetric");

    assertThat(scales.getFirstSelectedOption().getText()).isEqualTo("Symmetric around 0");
  }

  @Test
  void theOrderThatComesBackIsTheOneInTheList(Page page) {
    page.open("?layer=conv1");
    var orders = new Select(page.see(".controls select[aria-label='Order of the channels']"));
    orders.selectByValue("strongest");
    page.untilInAddress("sort", "strongest");
    page.see("[data-kind=pooling] .card-button").click();
    page.untilInAddress("layer", "pool1");
    orders.selectByValue("number");
    page.untilInAddress("sort", "number");

    page.run("history.back()");

    page.untilInAddress("sort", "strongest");
    assertThat(orders.getFirstSelectedOption().getText()).isEqualTo("strongest first");
  }

  @Test
  void aLayerThatIsShownInOneWayHasNoSwitchForIt(Page page) {
    page.open("?layer=conv1");
    assertThat(page.see(VIEWS).getText()).isEqualTo("Activation\nWeights");

    page.open("?layer=fire2-concat");

    page.see(".controls select");
    assertThat(page.all(VIEWS)).isEmpty();
  }

  @Test
  void eachHyperparameterStandsBesideItsName(Page page) {
    page.open("?layer=conv1");

    assertThat(page.all(".layer-facts section:first-child div"))
        .extracting(WebElement::getText)
        .contains("FilterSize\n3 × 3", "Stride\n2 2", "Padding\n0 0 0 0", "Groups\n1");
  }

  @Test
  void whatAnAddressCannotSayIsLeftOut(Page page) {
    page.open("?layer=conv1&size=9&channel=500&at=0,x&box=1,2");

    assertThat(page.see(".below .switch [aria-pressed=true]").getText()).isEqualTo("1×");
    page.text(".channel h2", text -> text.equals("Channel 64")); // the last
    page.see(".arithmetic .equals");
    assertThat(page.all(".message")).isEmpty();
  }

  private static String range(Page page, String limits) {
    String script =
        "return import(new URL('page/fixed-range.js', document.baseURI))"
            + ".then(({ rangeFrom }) => rangeFrom(%s))";
    return page.run(script.formatted(limits)).toString();
  }

  /** The ends of the scale as the page was told them. */
  private static JsonArray limits(Page page, String scale) {
    String script =
        "return import(new URL('page/api.js', document.baseURI)).then(({ binary }) =>"
            + " binary('api/tiles', { model: 'squeezenet', input: 'sample:face', layer: 'conv1',"
            + " scale: '%s' })).then(({ head }) => head.limits[0].map(String).join(' '))";
    String[] ends = page.run(script.formatted(scale)).toString().split(" ");
    var limits = new JsonArray();
    limits.add(Double.parseDouble(ends[0]));
    limits.add(Double.parseDouble(ends[1]));
    return limits;
  }

  private static void write(WebElement field, String text) {
    field.clear();
    field.sendKeys(Keys.chord(Keys.CONTROL, "a"), text, Keys.TAB);
  }
}
