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
  /** Runs with the page's own state. */
  private static final String WITH_STATE =
      "return import(new URL('page/state.js', document.baseURI)).then(({ state }) => %s)";

  @AfterEach
  void stop(Page page) {
    page.visit("");
  }

  @Test
  void theLayerThatIsChosenTakesThePlaceOfTheOneBefore(Page page) {
    live(page, "?layer=conv1");

    page.press(Keys.ARROW_DOWN);

    page.until("its montage is there", painted("relu_conv1"));
    assertThat(page.run(WITH_STATE.formatted("state.tilesFor.live"))).isEqualTo(true);
    assertThat(page.run(WITH_STATE.formatted("state.tilesFor.model"))).isEqualTo("squeezenet");
  }

  @Test
  void theOrderFollowsThePicture(Page page) {
    live(page, "?layer=conv1&sort=strongest");

    page.run(WITH_STATE.formatted("void (window.before = String(state.tiles.head.statistics))"));

    page.run(
        """
        return import(new URL('page/state.js', document.baseURI)).then(({ state, subscribe }) =>
          new Promise((done) => subscribe(() => {
            if (String(state.tiles.head.statistics) !== window.before) done();
          })))
        """);
    assertThat(page.see(".live").getText()).contains("Pictures a second");
  }

  @Test
  void onlyWhatIsOnScreenIsAskedFor(Page page) {
    page.open("?layer=fire9-expand3x3&size=4");
    page.run(
        """
        const send = WebSocket.prototype.send;
        WebSocket.prototype.send = function (data) {
          if (typeof data === 'string' && data) window.asked = JSON.parse(data);
          send.call(this, data);
        };
        """);
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
