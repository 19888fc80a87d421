package io.fovea.app.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** How large tiles are. */
@Timeout(120)
@ExtendWith(InBrowser.class)
class MontagePageTest {
  private static final String FITS =
      "document.querySelector('.montage').scrollHeight"
          + " <= document.querySelector('.montage').clientHeight";

  @AfterEach
  void setSizeBack(Page page) {
    page.resize(1280, 720);
  }

  @Test
  void fewChannelsAreAsLargeAsAllHaveRoom(Page page) {
    page.resize(1920, 1080);
    page.open("?layer=fire2-squeeze1x1"); // 16 channels
    page.quiet();

    int high = page.see("fovea-montage").getSize().getHeight();
    assertThat(high).as("4 rows of 4").isEqualTo(4 * 192 + 3 * 3);
    page.until("nothing has to be scrolled", FITS);
  }

  @Test
  void inALowerWindowTheyAreSmaller(Page page) {
    page.resize(1920, 1080);
    page.open("?layer=fire2-squeeze1x1");
    page.quiet();

    page.resize(1920, 800);

    page.until(
        "the tiles are smaller", "document.querySelector('fovea-montage').offsetHeight < 4 * 192");
    page.until("nothing has to be scrolled", FITS);
  }

  @Test
  void whereThePaneScrollsTheyHaveTheSizeOfAll(Page page) {
    page.resize(560, 900); // a pane that is as high as what is in it
    page.open("?layer=fire2-squeeze1x1");
    page.quiet();

    int wide = page.see("fovea-montage").getSize().getWidth();
    assertThat(page.see("fovea-montage").getSize().getHeight()).isLessThan(wide * 3 / 4);
  }
}
