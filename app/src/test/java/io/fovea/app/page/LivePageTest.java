package io.fovea.app.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** The camera in a browser; Chromium's own moving picture stands in for one. */
@Timeout(120)
@ExtendWith(InBrowser.class)
class LivePageTest {
  /** What goes over the page's socket from now on: what it asked for last, and what heads came. */
  private static final String LISTEN =
      """
      const send = WebSocket.prototype.send;
      window.heads = [];
      const head = (data) =>
        JSON.parse(new TextDecoder().decode(new Uint8Array(data, 4, new DataView(data).getUint32(0, true))));
      WebSocket.prototype.send = function (data) {
        if (!window.socket) {
          window.socket = this;
          this.addEventListener('message', ({ data }) => window.heads.push(head(data)));
        }
        if (typeof data === 'string' && data) window.asked = JSON.parse(data);
        send.call(this, data);
      };
      """;

  /** The picture in the left pane, by its last pixels. */
  private static final String PICTURE =
      "return document.querySelector('fovea-picture canvas').toDataURL().slice(-400)";

  private static final String ASKED_TO_FIND =
      """
      return performance.getEntriesByType('resource').map((each) => each.name)
        .filter((name) => name.includes('api/find')).join('\\n')
      """;

  /** The server takes no input from now on. */
  private static final String REFUSE_INPUTS =
      """
      const real = window.fetch;
      window.fetch = async (address, options) => String(address).startsWith('api/inputs')
        ? new Response('{"message": "the picture is too large"}', { status: 413 })
        : real(address, options);
      """;

  @AfterEach
  void stop(Page page) {
    page.visit("");
  }

  @Test
  void theLayerThatIsChosenTakesThePlaceOfTheOneBefore(Page page) {
    live(page, "?layer=conv1");

    page.press(Keys.ARROW_DOWN);

    page.until("its montage is there", painted("relu_conv1"));
    page.text(".live", text -> text.contains("Pictures a second"));
  }

  @Test
  void eachLayerHasANumberThatItsAnswersTell(Page page) {
    live(page, "?layer=conv1");
    page.run(LISTEN);
    page.until("an answer came", "window.heads.length > 0");
    long before = (Long) page.run("return window.heads[0].settings");

    page.press(Keys.ARROW_DOWN);

    page.until("another is asked for", "window.asked?.layer === 'relu_conv1'");
    assertThat(page.run("return window.asked.number")).isEqualTo(before + 1);
    page.until(
        "it is answered",
        "window.heads.some((each) => each.settings === window.asked.number"
            + " && each.layer === 'relu_conv1')");
  }

  @Test
  void theOrderGoesByStatisticsThatComeAgainAndAgain(Page page) {
    live(page, "?layer=conv1&sort=strongest");

    page.run(LISTEN);

    page.until("they came twice", "window.heads.filter((each) => each.statistics).length > 1");
    assertThat(page.run("return new Set(window.heads.map((each) => each.settings)).size"))
        .isEqualTo(1L); // of one and the same question
  }

  @Test
  void onlyWhatIsOnScreenIsAskedFor(Page page) {
    page.open("?layer=fire9-expand3x3&size=4");
    page.run(LISTEN);
    page.button("Camera").click();
    page.text(".live", text -> text.contains("Pictures a second"));
    page.until("the montage has its place", "window.asked.channels?.length > 0");

    assertThat((Long) page.run("return window.asked.channels.length")).isLessThan(256);
    page.run("document.querySelector('fovea-montage').style.marginTop = '3000px'");

    page.until("none is asked for", "window.asked.channels?.length === 0");
    page.text(".live", text -> text.contains("Pictures a second"));
  }

  @Test
  void heldAndGoneOnWithItIsStillDrawnOnceForEachPicture(Page page) {
    live(page, "?layer=conv1");
    for (int i = 0; i < 3; i++) {
      page.press("f");
      page.text(".live", text -> text.contains("held:"));
      page.press("f");
      page.text(".live", text -> text.contains("Pictures a second"));
    }

    Object mostDraws =
        page.run(
            """
            const draws = new Map();
            const { requestVideoFrameCallback: ask } = HTMLVideoElement.prototype;
            return new Promise((done) => {
              HTMLVideoElement.prototype.requestVideoFrameCallback = function (listener) {
                return ask.call(this, (now, about) => {
                  draws.set(about.presentedFrames, (draws.get(about.presentedFrames) ?? 0) + 1);
                  if (draws.size > 9) done(Math.max(...[...draws.values()].slice(2)));
                  listener(now, about);
                });
              };
            });
            """);

    assertThat(mostDraws).isEqualTo(1L);
  }

  @Test
  void aValueHoldsThePictureUntilItGoesOn(Page page) {
    live(page, "?layer=conv1&channel=3");

    page.click(page.see("fovea-channel canvas"), 30, 30);
    page.text(".live", text -> text.contains("held:"));
    page.see(".arithmetic .equals");
    assertThat(page.inAddress("at")).isNotEmpty();
    page.press("f");

    page.text(".live", text -> text.contains("Pictures a second"));
    page.untilInAddress("at", "");
  }

  @Test
  void aStillThatComesAfterTheEndIsNotShown(Page page) {
    live(page, "?layer=conv1&input=sample:face");
    Arrivals.hold(page, "api/inputs");
    page.press("f");
    page.until("it is on its way", "window.letGo");

    page.button("Stop").click();
    page.until("it has ended", "!document.querySelector('.live-buttons')");
    Arrivals.letGo(page);

    assertThat(page.inAddress("input")).isEqualTo("sample:face");
  }

  @Test
  void thePictureBeforeTheCameraDoesNotComeBackWhileOneIsHeld(Page page) {
    page.open("?layer=conv1&input=sample:face");
    page.quiet();
    Object before = page.run(PICTURE);
    startCamera(page);
    page.until("it is another picture", "(() => {%s})() !== '%s'".formatted(PICTURE, before));
    Arrivals.hold(page, "api/inputs");

    page.press("f");

    page.until("it is on its way", "window.letGo");
    page.run("return new Promise((done) => setTimeout(done, 500))");
    assertThat(page.run(PICTURE)).isNotEqualTo(before);
    assertThat(page.see(".live").getText()).doesNotContain("held:");
    Arrivals.letGo(page);
    page.text(".live", text -> text.contains("held:"));
    assertThat(page.inAddress("input")).startsWith("sent:");
  }

  @Test
  void aBoxAsksForThePictureThatItHolds(Page page) {
    live(page, "?layer=conv1&input=sample:face");

    page.drag(page.see("fovea-picture canvas"), 60, 60, 130, 110);

    page.see(".find-list button.found");
    page.text(".live", text -> text.contains("held:"));
    assertThat(page.run(ASKED_TO_FIND).toString()).contains("sent%3A").doesNotContain("sample%3A");
  }

  @Test
  void whatCannotBeHeldMovesOn(Page page) {
    live(page, "?layer=conv1");
    page.run(REFUSE_INPUTS);

    page.press("f");

    page.text(".input-fault", text -> text.startsWith("the picture is too large"));
    page.text(".live", text -> text.contains("Pictures a second"));
  }

  @Test
  void theArithmeticOfAHeldPictureGoesWithIt(Page page) {
    live(page, "?layer=conv1&channel=3");
    page.press("f");
    page.see(".arithmetic .equals");

    page.press("f");

    page.until("it is gone", "!document.querySelector('.arithmetic')");
    page.text(".live", text -> text.contains("Pictures a second"));
  }

  @Test
  void anInputThatWasRefusedDoesNotHideTheCamera(Page page) {
    page.visit("?layer=conv1&input=sent:0123456789abcdef");
    page.text(".empty", text -> text.startsWith("The network can’t be run on this input"));

    startCamera(page);

    page.until("its montage is there", painted("conv1"));
    assertThat(page.all(".empty, .message, .input-fault")).isEmpty();
    page.button("Stop").click();
    page.text(".empty", text -> text.startsWith("The network can’t be run on this input"));
    page.until("all is answered", "!document.querySelector('.waiting.on')");
    page.leaveServer();
    assertThat(page.errors()).isNotEmpty().allMatch(each -> each.contains("404"));
  }

  @Test
  void whatMovesIsSavedAsItIsPaintedAlone(Page page) {
    live(page, "?layer=conv1&input=sample:face");

    page.see("#save").click();

    assertThat(page.see("#save-menu").getText())
        .contains("The picture as painted here", "Freeze a picture to save more.")
        .doesNotContain("Montage", "Values", "Scores", "Report");
    assertThat(page.all("#report")).isEmpty();
    page.leave();
    page.press("f");
    page.text(".live", text -> text.contains("held:"));
    page.see("#save").click();
    page.text("#save-menu", text -> text.contains("Values of all channels"));
    assertThat(page.see("#report").getDomAttribute("href")).contains("input=sent%3A");
    page.leave();
  }

  @Test
  void besideWhatWentInThereIsNoChannelOfAnotherPicture(Page page) {
    page.open("?layer=relu_conv1&channel=3&view=before");
    page.text(".channel > p", text -> text.startsWith("mean"));

    startCamera(page);

    page.until("its montage is there", painted("conv1"));
    assertThat(page.all(".channel > p"))
        .extracting(WebElement::getText)
        .containsExactly(" ", "Hold the picture (f) to see how a value came about.");
  }

  @Test
  void inAnotherTabTheCameraIsOffAndItsLastPictureStays(Page page) {
    page.open("");
    page.run(
        """
        const real = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
        navigator.mediaDevices.getUserMedia = async (wanted) => (window.stream = await real(wanted));
        """);
    startCamera(page);

    page.button("Train").click();

    page.until("it is off", "stream.getTracks().every((each) => each.readyState === 'ended')");
    assertThat(page.inAddress("input")).startsWith("sent:");
    page.button("Explore").click();
    page.text(".about", text -> text.contains("camera.png"));
  }

  private static void startCamera(Page page) {
    page.button("Camera").click();
    page.text(".live", text -> text.contains("Pictures a second"));
  }

  private static void live(Page page, String query) {
    page.open(query);
    startCamera(page);
  }

  private static String painted(String layer) {
    return "document.querySelector('fovea-montage')?.dataset.painted?.startsWith('%s ')"
        .formatted(layer);
  }
}
