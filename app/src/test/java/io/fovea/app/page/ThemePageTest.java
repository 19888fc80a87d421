package io.fovea.app.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** Light and dark: as the system is, unless the person chose. */
@Timeout(120)
@ExtendWith(InBrowser.class)
class ThemePageTest {
  private static final String DARK = "rgb(15, 17, 19)";
  private static final String LIGHT = "rgb(245, 246, 247)";

  @AfterEach
  void prefersNothing(Page page) {
    page.prefer("");
  }

  @Test
  void itFollowsTheSystem(Page page) {
    page.prefer("light");
    page.visit("");
    untilGroundIs(page, LIGHT);

    page.prefer("dark");

    untilGroundIs(page, DARK);
  }

  @Test
  void whatThePersonChoseHoldsOverTheSystem(Page page) {
    page.prefer("light");
    page.visit("?theme=dark");
    untilGroundIs(page, DARK);
    assertThat(page.run("return getComputedStyle(document.documentElement).colorScheme"))
        .isEqualTo("dark");

    page.button("Light or dark").click();

    untilGroundIs(page, LIGHT);
    assertThat(page.inAddress("theme")).isEqualTo("light");
  }

  private static void untilGroundIs(Page page, String colour) {
    page.until(
        "the ground is " + colour,
        "document.querySelector('.head') && getComputedStyle(document.body).backgroundColor === '%s'"
            .formatted(colour));
  }
}
