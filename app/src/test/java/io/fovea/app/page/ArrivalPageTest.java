package io.fovea.app.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openqa.selenium.WebElement;

/** Files that are dropped or pasted, and which of several is shown. */
@Timeout(120)
@ExtendWith(InBrowser.class)
class ArrivalPageTest {
  private static final String PNG = "image/png";

  @Test
  void aFileIsDroppedAnywhereOnThePage(Page page) {
    page.open("");

    Arrivals.drop(page, "dropped.png", Arrivals.picture(40, 31), PNG);

    page.text(".about", text -> text.contains("dropped.png") && text.contains("40 × 31"));
    assertThat(page.all(".drop-target")).isEmpty();
    page.untilPainted();
  }

  @Test
  void ofSeveralTheFirstIsShownAndThatIsSaid(Page page) {
    page.open("");

    page.run(
        """
        const data = new DataTransfer();
        const bytes = Uint8Array.from(atob(arguments[0]), (each) => each.charCodeAt(0));
        ['one.png', 'two.png'].forEach((name) => data.items.add(new File([bytes], name, { type: 'image/png' })));
        document.body.dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }));
        """,
        Base64.getEncoder().encodeToString(Arrivals.picture(20, 20)));

    page.text(".about", text -> text.contains("one.png"));
    page.text(".input-fault", text -> text.contains("one.png, the first of 2 files"));
  }

  @Test
  void whereItMayFallIsShownWhileItIsOverThePage(Page page) {
    page.open("");
    String drag =
        "const data = new DataTransfer(); data.items.add(new File([], 'a.png'));"
            + "document.body.dispatchEvent("
            + "new DragEvent(arguments[0], { dataTransfer: data, bubbles: true }))";

    page.run(drag, "dragenter");
    page.text(".drop-target", text -> text.startsWith("Drop a picture"));
    page.run(drag, "dragleave");

    page.until("it is gone", "!document.querySelector('.drop-target')");
  }

  @Test
  void aFileIsPasted(Page page) {
    page.open("");

    Arrivals.paste(page, "pasted.png", Arrivals.picture(20, 50), PNG);

    page.text(".about", text -> text.contains("pasted.png") && text.contains("20 × 50"));
  }

  @Test
  void aDroppedArrayIsFedAsItIs(Page page) {
    page.open("");
    byte[] rows = ("0" + ",1".repeat(226) + "\n").repeat(227).getBytes(StandardCharsets.US_ASCII);

    Arrivals.drop(page, "rows.csv", rows, "text/csv");

    page.text(".about", text -> text.contains("rows.csv") && text.contains("227 × 227 numbers"));
  }

  @Test
  void aPictureIsShownTogetherWithWhatTheNetworkMakesOfIt(Page page) {
    page.open("?input=sample:shapes&layer=conv1");
    page.untilPainted();
    page.button("Samples").click();
    page.button("Face").click();
    page.untilInAddress("input", "sample:face");
    page.untilPainted();
    page.quiet();
    String scores = page.see(".scores").getText();
    page.run(
        """
        new MutationObserver(() => {
          if (!location.search.includes('shapes')) return;
          window.scoresThen ??= document.querySelector('.scores').innerText;
        }).observe(document, { subtree: true, childList: true, characterData: true, attributes: true });
        """);

    page.button("Shapes").click(); // its answers are still here

    page.until("it is shown", "window.scoresThen");
    assertThat(page.run("return scoresThen").toString())
        .isNotEqualTo(scores)
        .isEqualTo(page.run("return document.querySelector('.scores').innerText"));
  }

  @Test
  void aPictureThatTheNetworkIsSlowToSeeIsShownBefore(Page page) {
    page.open("?input=sample:face");
    page.quiet();
    page.run("performance.clearResourceTimings()");
    Arrivals.hold(page, "api/look");

    Arrivals.drop(page, "slow.png", Arrivals.picture(40, 30), PNG);

    page.text(".about", text -> text.contains("slow.png"));
    page.see(".waiting.late");
    Arrivals.letGo(page);
    page.untilPainted();
    assertThat(page.all(".waiting.late")).isEmpty();
    String asked =
        "return performance.getEntriesByType('resource')"
            + ".filter(({ name }) => name.includes('/api/look')).length";
    assertThat(page.run(asked)).as("how often its look was asked").isEqualTo(1L);
  }

  @Test
  void theChannelOfThePictureBeforeDoesNotStandBesideTheNewOne(Page page) {
    page.open("?input=sample:face&layer=conv1&channel=12");
    page.text(".channel > p", text -> text.startsWith("mean"));
    page.button("Samples").click();
    Arrivals.hold(page, "api/channel");

    page.button("Shapes").click();

    page.untilInAddress("input", "sample:shapes");
    page.text(".channel > p", String::isBlank);
    assertThat(page.all(".arithmetic")).noneMatch(WebElement::isDisplayed);
    Arrivals.letGo(page);
    page.text(".channel > p", text -> text.startsWith("mean"));
    page.see(".arithmetic");
  }

  @Test
  void theSampleThatIsShownCanBeChosenAgain(Page page) {
    page.open("?input=sample:face");
    page.text(".about", text -> text.contains("227"));
    String about = page.see(".about").getText();
    page.button("Samples").click();

    page.button("Face").click();

    page.quiet();
    assertThat(page.see(".about").getText()).isEqualTo(about);
  }

  @Test
  void ofTwoFilesTheNewerIsShownHoweverLateTheOtherArrives(Page page) {
    page.open("");
    Arrivals.hold(page, "api/inputs");
    Arrivals.drop(page, "slow.png", Arrivals.picture(40, 30), PNG);
    Arrivals.drop(page, "quick.png", Arrivals.picture(20, 20), PNG);
    page.text(".about", text -> text.contains("quick.png"));

    Arrivals.letGo(page);

    assertThat(page.see(".about").getText()).contains("quick.png");
  }

  @Test
  void aSampleThatIsChosenMeanwhileStays(Page page) {
    page.open("?input=sample:face");
    Arrivals.hold(page, "api/inputs");
    Arrivals.drop(page, "slow.png", Arrivals.picture(30, 40), PNG);
    page.until("it is being sent", "document.querySelector('.waiting.on')");

    page.button("Shapes").click();
    page.untilInAddress("input", "sample:shapes");
    Arrivals.letGo(page);

    assertThat(page.inAddress("input")).isEqualTo("sample:shapes");
    assertThat(page.all(".input-fault")).isEmpty();
  }
}
