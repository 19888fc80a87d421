package io.fovea.app.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What concerns the whole page in a browser. */
@Timeout(120)
@ExtendWith(InBrowser.class)
class WholePageTest {
  /** What can be used or looked at, and has no name that a screen reader could say. */
  private static final String NAMELESS =
      """
      return [...document.querySelectorAll('button, select, input, canvas, img, a[href], dialog')]
        .filter((each) => each.checkVisibility() && !each.closest('[aria-hidden=true], [role=img][aria-label]:not(' + each.localName + ')'))
        .filter((each) => !(each.getAttribute('aria-label') || each.labels?.length
            || each.getAttribute('alt') !== null || each.textContent.trim()
            || each.getAttribute('aria-hidden') === 'true'))
        .map((each) => each.outerHTML)
      """;

  /** What reaches out of the window to the right. */
  private static final String TOO_WIDE =
      "return document.documentElement.scrollWidth - document.documentElement.clientWidth";

  @AfterEach
  void normalSize(Page page) {
    page.resize(1280, 720);
  }

  @Test
  void itSpeaksTheLanguageThatIsChosen(Page page) {
    page.open("?language=ko");
    assertThat(page.run("return document.documentElement.lang")).isEqualTo("ko");
    assertThat(page.see(".input-pane").getAccessibleName()).isEqualTo("입력");

    page.button("언어: 한국어").click();

    page.untilInAddress("language", "en");
    page.text(".input-pane h2", text -> text.equalsIgnoreCase("Input"));
  }

  @Test
  void lightAndDarkAreChosen(Page page) {
    page.open("?theme=dark");
    Object dark = background(page);

    page.button("Light or dark").click();

    page.untilInAddress("theme", "light");
    assertThat(background(page)).isEqualTo("rgb(245, 246, 247)");
    assertThat(dark).isEqualTo("rgb(15, 17, 19)");
  }

  private static Object background(Page page) {
    return page.run("return getComputedStyle(document.body).backgroundColor");
  }

  @Test
  void helpTellsTheKeysAndTheLesson(Page page) {
    page.open("?layer=conv1");

    page.press("?");

    assertThat(page.text("dialog .keys", text -> !text.isEmpty())).contains("?");
    page.text("dialog .lesson", text -> text.length() > 200);
    page.leave();
    page.until("it is closed", "!document.querySelector('dialog[open]')");
  }

  @Test
  void ofAGlobalPoolingTheLessonTellsHowItMakesScores(Page page) {
    page.open("?layer=pool10");

    page.press("?");

    page.text("dialog .lesson", text -> text.startsWith("From 14 × 14 maps to a class"));
    page.leave();
  }

  @Test
  void aPictureIsStillThereAfterAnotherTab(Page page) {
    page.open("?layer=conv1");
    page.untilPainted();
    page.see("fovea-picture:not(.skeleton)");
    page.button("Train").click();
    page.until("it is left", "!document.querySelector('fovea-picture')");

    page.button("Explore").click();

    page.see("fovea-picture:not(.skeleton)");
  }

  @Test
  void theKeysOfOneTabDoNothingOnAnother(Page page) {
    page.open("?layer=conv1");
    page.button("Train").click();
    page.untilInAddress("tab", "train");

    page.press("g", "t", "z");

    assertThat(page.inAddress("show") + page.inAddress("scale") + page.inAddress("size")).isEmpty();
  }

  @Test
  void aLessonThatDoesNotComeIsSaid(Page page) {
    page.open("?layer=conv1");
    page.cutOff(true);

    page.press("?");

    page.text("dialog [role=alert]", text -> text.startsWith("The lesson didn’t come."));
    assertThat(page.see("dialog").getAccessibleName()).isEqualTo("Keys and the lesson");
    page.cutOff(false);
    page.leave();
    page.errors(); // of the time without a server
  }

  @Test
  void aLinkOfTheLessonLeavesTheLayerAndItsOrder(Page page) {
    page.open("?layer=conv1&sort=mean&channel=5");
    page.press("?");
    page.text("dialog .lesson", text -> text.length() > 200);

    page.run(
        """
        const link = document.createElement('a');
        link.href = '?tab=train';
        document.querySelector('dialog .lesson').append(link);
        link.click();
        """);

    page.untilInAddress("tab", "train");
    assertThat(page.all("dialog[open]")).isEmpty();
    page.button("Explore").click();
    page.untilPainted();
    assertThat(page.see(".layer-pane").getAccessibleName()).isEqualTo("conv1");
    assertThat(page.inAddress("sort")).isEqualTo("mean");
  }

  @Test
  void nothingComesFromAnotherHost(Page page) {
    page.open("?layer=conv1&channel=3");

    Object foreign =
        page.run(
            """
            return performance.getEntriesByType('resource')
              .map((each) => each.name)
              .filter((name) => !name.startsWith(location.origin) && !name.startsWith('data:')
                  && !name.startsWith('blob:'))
            """);

    assertThat(foreign).isEqualTo(List.of());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "?layer=conv1&channel=3",
        "?layer=relu_conv1&box=50,50,120,120",
        "?layer=conv1&view=weights",
        "?show=table",
        "?tab=compare",
        "?tab=compare&otherInput=sample:shapes",
        "?tab=train"
      })
  void everythingHasAName(String query, Page page) {
    page.visit(query);
    page.until("it is there", "document.querySelector('#page main button')");
    page.quiet();

    assertThat(page.run(NAMELESS)).isEqualTo(List.of());
  }

  @ParameterizedTest
  @CsvSource({"1280, 720", "1920, 1080", "1024, 768", "820, 1180", "390, 844"})
  void itFitsTheWindow(int width, int height, Page page) throws Exception {
    page.resize(width, height);
    for (String tab : List.of("explore", "compare", "train")) {
      page.visit("?tab=" + tab);
      page.until("it is there", "document.querySelector('#page main button')");
      page.quiet();
      page.keep("size-%d-%s".formatted(width, tab));

      assertThat(page.run(TOO_WIDE)).as(tab).isEqualTo(0L);
    }
  }

  @Test
  void theComparedLayersAreInTheFirstScreenOfATabletAndStayInSight(Page page) {
    page.resize(820, 1180);
    page.visit("?tab=compare&otherInput=sample:shapes");
    page.see(".pairs");
    page.quiet();

    assertThat(page.see(".compared-rows").getRect().getY()).isLessThan(1180);
    page.run("scrollTo(0, document.documentElement.scrollHeight)");
    page.until(
        "they are at the top of the window",
        "Math.abs(document.querySelector('.compared-rows').getBoundingClientRect().y) < 1");
  }

  @Test
  void theTableStandsBesideTheInputOnATablet(Page page) {
    page.resize(820, 1180);
    page.open("?show=table&layer=conv10");

    assertThat(page.see(".network-pane").getRect().getY())
        .isEqualTo(page.see(".input-pane").getRect().getY());
    assertThat(page.see("tr[aria-selected=true]").getRect().getY()).isLessThan(1180);
  }

  @ParameterizedTest
  @CsvSource({"820, 1180", "390, 844"})
  void thePageIsNotScrolledToTheRowOfTheTable(int width, int height, Page page) {
    page.resize(width, height);
    page.open("?show=table&layer=conv10");

    assertThat(page.run("return scrollY")).isEqualTo(0L);
    assertThat(page.run("return document.querySelector('.table-ground').scrollTop > 0"))
        .isEqualTo(true);
  }

  @Test
  void thePanesAreAllOnScreenOnALaptop(Page page) {
    page.resize(1280, 720);
    page.open("");

    for (String pane : List.of(".input-pane", ".network-pane", ".layer-pane")) {
      var place = page.see(pane).getRect();
      assertThat(place.getX() + place.getWidth()).as(pane).isLessThanOrEqualTo(1280);
      assertThat(place.getY() + place.getHeight()).as(pane).isLessThanOrEqualTo(720);
    }
  }
}
