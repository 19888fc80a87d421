package io.fovea.app.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a link asks for, and what it asks in vain. */
@Timeout(120)
@ExtendWith(InBrowser.class)
class LinkPageTest {
  private static final String SCROLLED = "document.querySelector('.montage').scrollTop > 0";

  @Test
  void theChannelOfALinkComesIntoSight(Page page) {
    page.open("?layer=conv10&channel=90");

    page.until("its tile is scrolled to", SCROLLED);
  }

  @Test
  void withoutAChannelTheMontageBeginsAtItsTop(Page page) {
    page.open("?layer=conv10");
    page.quiet();

    assertThat(page.run("return " + SCROLLED)).isEqualTo(false);
  }

  @Test
  void aLayerThatTheNetworkHasNotIsSaid(Page page) {
    page.open("?layer=conv99");

    assertThat(page.see(".message").getText()).contains("no layer “conv99”");
    assertThat(page.inAddress("layer")).isEqualTo("conv1");
    page.see("[data-kind=pooling] .card-button").click();
    page.until("it is no longer said", "!document.querySelector('.message')");
  }

  @Test
  void forAValueThatIsNotThereTheGreatestIsShown(Page page) {
    page.open("?layer=conv1&channel=1&at=200,200"); // of 113 × 113

    page.text(".arithmetic", text -> text.contains("bias"));
    assertThat(page.see("aside.channel").getText()).doesNotContain("Row 200");
  }

  @Test
  void aNetworkThatIsNotThereLeavesNothingWaiting(Page page) {
    page.visit("?model=nothing");

    page.text(".message", text -> text.contains("there is no network named nothing here"));
    page.text(".layer-pane", text -> text.contains("There is no network to show"));
    page.until("no bones are left", "!document.querySelector('.network-pane .skeleton')");
    assertThat(page.errors()).isNotEmpty().allMatch(each -> each.contains("404"));
  }

  @Test
  void whatAnAddressCanNotMeanIsLeftOut(Page page) {
    page.open("?layer=conv1&scale=foo&map=bar&sort=loud&language=fr");

    page.until("the montage is painted", "document.querySelector('fovea-montage').dataset.painted");
    assertThat(page.inAddress("scale")).isEmpty();
  }

  @Test
  void theNetworkThatStandsInForAnotherIsNamed(
      Page page) { // no squeezenet is in the tests' folders
    page.open("");

    assertThat(page.see(".stand-in").getText()).contains("squeezenet-caltech101");
  }

  @Test
  void theLikeliestClassComesFirst(Page page) {
    page.open("?layer=prob");

    String first = page.see(".bars .name").getText();

    assertThat(first).isEqualTo(page.see(".scores .name").getText());
  }
}
