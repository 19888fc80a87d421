package io.fovea.app.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.LIST;

import io.fovea.app.TinyOnnx;
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
import org.openqa.selenium.support.ui.Select;

/** The compare tab in a browser. */
@Timeout(120)
@ExtendWith(InBrowser.class)
class ComparePageTest {
  private static final String MONTAGE = "fovea-montage canvas";
  private static final String ROWS =
      "document.querySelectorAll('.compared-row:not(.skeleton)').length > 60";

  @TempDir private Path folder;

  @Test
  void anotherPictureIsChosenAndEveryLayerSaysHowMuchItChanged(Page page) {
    page.visit("?tab=compare");
    page.see(".offer button").click();

    page.until("all layers are there", ROWS);
    assertThat(page.inAddress("otherInput")).startsWith("sample:");
    assertThat(page.all(".both-scores tbody tr")).isNotEmpty();
  }

  @Test
  void aLayerIsOpenedAndTheLinkRestoresIt(Page page) {
    page.visit("?tab=compare&otherInput=sample:shapes");
    page.until("all layers are there", ROWS);

    page.all(".compared-row").get(2).click();

    page.until("it is chosen", "document.querySelector('.compared-row[aria-current=true]')");
    String layer = page.inAddress("layer");
    page.reload();
    page.until("all layers are there", ROWS);
    assertThat(page.inAddress("layer")).isEqualTo(layer);
    page.see(".compared-row[aria-current=true]");
  }

  @Test
  void theLayerOfALinkIsInSight(Page page) {
    page.visit("?tab=compare&otherInput=sample:shapes&layer=prob");

    page.until("all layers are there", ROWS);
    page.until(
        "its row is within the list",
        """
        (() => {
          const [list, row] = ['.compared-rows', '.compared-row[aria-current=true]']
              .map((css) => document.querySelector(css)?.getBoundingClientRect());
          return row && row.top >= list.top && row.bottom <= list.bottom;
        })()
        """);
  }

  @Test
  void aNewerQuestionTakesThePlaceOfTheOneBefore(Page page) {
    page.visit("?tab=compare&otherInput=sample:shapes");
    page.until("all layers are there", ROWS);

    Object kinds =
        page.run(
            """
            return performance.getEntriesByType('resource')
              .filter((each) => each.name.includes('api/compare'))
              .map((each) => new URL(each.name).searchParams.get('kind'))
            """);

    assertThat(kinds).asInstanceOf(LIST).contains("compared").doesNotContainNull();
  }

  @Test
  void aSampleThatIsChosenForASideStaysThoughAFileIsOnItsWay(Page page) {
    page.visit("?tab=compare&otherInput=sample:shapes");
    page.until("all layers are there", ROWS);
    Arrivals.hold(page, "api/inputs?");
    Arrivals.dropOn(page, ".side[aria-label=B]", "b.png", Arrivals.picture(30, 41), "image/png");
    page.until("it is being sent", "document.querySelector('.waiting.on')");

    Select choice = new Select(page.see("select[aria-label='Input of B']"));
    choice.selectByValue("sample:measurement");
    Arrivals.letGo(page);

    assertThat(page.inAddress("otherInput")).isEqualTo("sample:measurement");
  }

  @Test
  void anotherNetworksLayersDontStandUnderANewName(Page page) throws IOException {
    try (PageServer server = serveTwo()) {
      page.visit(server, "?tab=compare&input=sample:measurement&otherModel=bright");
      page.until("all layers are there", ROWS);
      Arrivals.hold(page, "api/network?");

      page.button("⇄ Swap").click();

      page.see(".compared-row.skeleton");
      page.see(".waiting.on");
      assertThat(page.all(".both-scores, .compared-head")).isEmpty();
      Arrivals.letGo(page);
      page.until("all layers are there", ROWS);
      page.leaveServer();
    }
  }

  @Test
  void whatWasSaidOfAnotherPictureIsDimmedUntilTheNewIsThere(Page page) {
    page.visit("?tab=compare&otherInput=sample:shapes&layer=conv1");
    page.see(".pairs");
    page.quiet();
    Arrivals.hold(page, "api/compare?");

    Select choice = new Select(page.see("select[aria-label='Input of B']"));
    choice.selectByValue("sample:measurement");

    page.see(".both-scores[aria-busy=true]");
    page.see(".compared-rows[aria-busy=true]");
    page.see(".waiting.on");
    Arrivals.letGo(page);
    page.see(".both-scores[aria-busy=false]");
  }

  @Test
  void theArrowsPassTheLayersThatOneSideAloneHas(Page page) throws IOException {
    try (PageServer server = serveTwo()) {
      page.visit(server, "?tab=compare&input=sample:measurement&otherModel=bright");
      page.until("all layers are there", ROWS);
      assertThat(page.see(".compared-layer").getText()).contains("on one side only");
      page.focus(".compared-row[data-both=no]");

      page.press(Keys.ARROW_DOWN, Keys.ARROW_DOWN);
      page.press(Keys.ARROW_UP);

      page.quiet();
      page.see("main.compare");
      page.see(".compared-row[data-both=no]:focus");
      page.leaveServer();
    }
  }

  @Test
  void inAMontageTheArrowsLeadToAChannelAndEnterExploresIt(Page page) {
    page.visit("?tab=compare&otherInput=sample:shapes&layer=conv1");
    page.see(".pairs");
    page.run("document.querySelector('.montages').scrollIntoView()");
    page.focus(MONTAGE);
    page.until("the first is read out", told(MONTAGE, "valuenow", "1"));

    page.press(Keys.ARROW_LEFT, Keys.ARROW_RIGHT, Keys.ARROW_RIGHT);

    page.until("the third is read out", told(MONTAGE, "valuenow", "3"));
    page.see("main.compare");
    String channel = page.see(MONTAGE).getDomAttribute("aria-valuetext");
    page.press(Keys.ENTER);
    page.text(".channel h2", text -> text.equals(channel));
  }

  @Test
  void whatOneNetworkCannotTakeIsOfferedForTheNext(Page page) throws IOException {
    TinyOnnx.blind(folder);
    try (PageServer server = serve("bright", folder)) {
      page.visit(server, "?tab=compare");
      page.until("no sample is offered", samplesOffered("every", "hidden"));
      assertThat(
              page.run("return getComputedStyle(document.querySelector('.side .broken')).padding"))
          .isEqualTo("0px"); // all of it is for the sentence

      Select choice = new Select(page.see("select[aria-label='Network of A']"));
      choice.selectByValue("squeezenet-caltech101");

      page.until("all samples are offered", samplesOffered("every", "checkVisibility()"));
      page.leaveServer();
    }
    assertThat(page.errors()).isNotEmpty().allMatch(each -> each.contains("400"));
  }

  private static String samplesOffered(String which, String how) {
    return "(([...all]) => all.length > 0 && all.%s((each) => each.%s))".formatted(which, how)
        + "(document.querySelectorAll('.offer li:has(img)'))";
  }

  @Test
  void classesThatBothNetworksKnowAreCounted(Page page) throws IOException {
    try (PageServer server = serveTwins("dark\nbright\n")) {
      page.visit(server, "?tab=compare&input=sample:measurement&layer=both&otherModel=twin");

      page.text(".montages h2", text -> text.startsWith("The 2 classes that both networks know"));
      page.leaveServer();
    }
  }

  @Test
  void whereAllValuesAreShownNoneOfThemAreSaidToBeChosen(Page page) throws IOException {
    try (PageServer server = serveTwins("bright\ndark\n")) {
      page.visit(server, "?tab=compare&input=sample:measurement&layer=mean&otherModel=twin");

      String caption = page.see(".both-values caption").getText();
      assertThat(caption).isEqualToIgnoringCase("All 2 channels, furthest apart first");
      page.leaveServer();
    }
  }

  @Test
  void aDifferentMeanIsSaidToCount(Page page) {
    page.visit("?tab=compare&otherInput=sample:shapes&layer=conv1");

    page.text(".compared-head p", text -> text.contains("A different mean counts, too."));
  }

  @Test
  void otherSizesAreMeasuredByMeanAndDeviation(Page page) {
    page.visit("?tab=compare&otherInput=sample:measurement&layer=conv1");

    page.text(
        ".compared-head p", text -> text.contains("(0: one mean and standard deviation; 2, the"));
  }

  @Test
  void ofValuesThatAreTheSameNoAxisIsDrawn(Page page) throws IOException {
    try (PageServer server = serveTwins("bright\ndark\n")) {
      page.visit(server, "?tab=compare&input=sample:measurement&layer=mean&otherModel=twin");

      assertThat(page.see(".both-values thead").getText()).endsWith("B − A");
      assertThat(page.see(".both-values tbody").getText()).contains(" 0.00");
      page.leaveServer();
    }
  }

  @Test
  void aDifferenceThatCannotBeToldIsADash(Page page) throws IOException {
    TinyOnnx.bright(Files.createDirectory(folder.resolve("one")));
    TinyOnnx.overflowing(Files.createDirectory(folder.resolve("other")));
    Files.move(folder.resolve("other/bright"), folder.resolve("one/twin"));
    try (PageServer server = serve("bright", folder.resolve("one"))) {
      page.visit(server, "?tab=compare&input=sample:measurement&layer=mean&otherModel=twin");

      assertThat(page.text(".both-values tbody tr", text -> !text.isEmpty())).endsWith("– –");
      page.leaveServer();
    }
  }

  @Test
  void aNetworkThatIsNotHereIsSaidToBeMissing(Page page) {
    page.visit("?tab=compare&otherModel=nosuch");

    assertThat(page.see(".side[aria-label=B] .unfit").getText())
        .isEqualTo("There is no such network here.");
    page.see(".compare-fault");
    assertThat(page.errors()).isNotEmpty().allMatch(each -> each.contains("404"));
  }

  @Test
  void whatAChannelThatIsNotSquareLeavesFreeIsHatched(Page page) {
    page.visit("?tab=compare&otherInput=sample:measurement&layer=conv1");
    page.see(".pair");

    for (String css : List.of(".pair fovea-gray", ".compared-row fovea-gray")) {
      assertThat(page.see(css).getCssValue("background-image")).contains("gradient");
    }
  }

  @Test
  void aPictureThatWasSentIsNamedOnItsSide(Page page) throws Exception {
    String id = page.send("red.png");

    page.visit("?tab=compare&otherInput=" + id);

    page.until("all layers are there", ROWS);
    assertThat(page.see("select[aria-label='Input of B']").getText()).contains("Your picture");
  }

  /** SqueezeNet and a small network, {@code bright}: each has layers that the other hasn't. */
  private PageServer serveTwo() throws IOException {
    TinyOnnx.bright(folder);
    return serve("squeezenet", folder);
  }

  /** The small network twice, as {@code bright} and as {@code twin}, which tells these classes. */
  private PageServer serveTwins(String classes) throws IOException {
    Path one = Files.createDirectory(folder.resolve("one"));
    TinyOnnx.bright(one);
    TinyOnnx.bright(Files.createDirectory(folder.resolve("other")));
    Files.move(folder.resolve("other/bright"), one.resolve("twin"));
    Files.writeString(one.resolve("twin/classes.txt"), classes);
    return serve("bright", one);
  }

  private static PageServer serve(String model, Path models) {
    Models all = Models.ofEnvironment(Map.of("FOVEA_MODELS", models.toString()));
    return PageServer.start(
        new PageOptions(all, model, Optional.empty(), "127.0.0.1", 0, List.of(), 1));
  }

  private static String told(String css, String name, String value) {
    return "document.querySelector('%s')?.getAttribute('aria-%s') === '%s'"
        .formatted(css, name, value);
  }
}
