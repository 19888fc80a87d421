package io.fovea.app.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** A fault of the page itself, in one of its panes. */
@Timeout(120)
@ExtendWith(InBrowser.class)
class BrokenPaneTest {
  private static final String BREAK_MONTAGE =
      """
      Object.defineProperty(customElements.get('fovea-montage').prototype, 'shown', {
        set() { throw new Error('broken on purpose'); },
      })
      """;

  @Test
  void leavesTheOthersToGoOn(Page page) {
    page.open("?layer=conv1");
    page.run(BREAK_MONTAGE);

    page.see("[data-kind=pooling] .card-button").click();

    assertThat(page.see(".broken").getText()).contains("This part of the page has failed");
    assertThat(page.see(".card.chosen .card-name").getText()).isEqualTo("pool1");
    page.button("Shapes").click();
    page.text(".about", text -> text.contains("shapes"));
    page.leaveServer();
    assertThat(page.errors()).isNotEmpty().allMatch(each -> each.contains("broken on purpose"));
  }

  @Test
  void isToldOnceUntilItDrawsAgain(Page page) {
    page.open("?layer=conv1");
    page.run(BREAK_MONTAGE);

    page.press("z", "z", "z");
    page.see(".broken");

    page.leaveServer();
    assertThat(page.errors()).hasSize(1).allMatch(each -> each.contains("broken on purpose"));
  }
}
