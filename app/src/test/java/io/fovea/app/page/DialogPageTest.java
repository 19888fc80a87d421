package io.fovea.app.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** What opens over the page is about the layer that is selected, whatever comes late. */
@Timeout(120)
@ExtendWith(InBrowser.class)
class DialogPageTest {
  /** As the keys do, which a dialog that is open takes for its own. */
  private static final String SELECT =
      """
      const query = new URLSearchParams(location.search);
      query.set('layer', arguments[0]);
      history.pushState(null, '', `?${query}`);
      dispatchEvent(new PopStateEvent('popstate'));
      """;

  @Test
  void theLessonIsTheLayersOwn(Page page) {
    page.open("?layer=pool1");
    Arrivals.hold(page, "api/lesson");
    page.press("?");
    page.until("the answer is held", "window.letGo");
    page.leave();
    select(page, "relu_conv1");
    page.press("?");
    page.text("dialog.help article", text -> text.contains("ReLU"));

    Arrivals.letGo(page);

    assertThat(page.see("dialog.help article").getText()).contains("ReLU");
    page.leave();
  }

  @Test
  void theLinesAreTheLayersOwn(Page page) {
    page.open("?layer=conv1");
    page.run(
        """
        const later = window.setTimeout;
        window.setTimeout = (work, after) => (after === 1500 ? (window.late = work) : later(work, after));
        Object.defineProperty(navigator, 'clipboard', { value: { writeText: async () => {} } });
        """);
    page.save("Lines");
    page.see("dialog.lines pre");
    page.see("dialog.lines section button").click();
    page.until("it is copied", "window.late");
    page.leave();
    select(page, "pool1");
    page.save("Lines");
    page.text("dialog.lines pre", text -> text.contains("pool1"));

    page.run("late()");

    assertThat(page.see("dialog.lines pre").getText()).contains("pool1").doesNotContain("conv1");
    page.leave();
  }

  private static void select(Page page, String layer) {
    page.run(SELECT, layer);
    page.until("it is selected", "document.title.startsWith('" + layer + "')");
    page.quiet();
  }
}
