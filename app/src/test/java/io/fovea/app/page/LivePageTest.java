package io.fovea.app.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openqa.selenium.Keys;

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

  private static void live(Page page, String query) {
    page.open(query);
    page.button("Camera").click();
    page.text(".live", text -> text.contains("Pictures a second"));
  }

  private static String painted(String layer) {
    return "document.querySelector('fovea-montage')?.dataset.painted?.startsWith('%s ')"
        .formatted(layer);
  }
}
