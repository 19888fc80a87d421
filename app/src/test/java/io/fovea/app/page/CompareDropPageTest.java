package io.fovea.app.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openqa.selenium.support.ui.Select;

/** Files that are dropped in the compare tab, and which side takes them. */
@Timeout(120)
@ExtendWith(InBrowser.class)
class CompareDropPageTest {
  private static final String ROWS =
      "document.querySelectorAll('.compared-row:not(.skeleton)').length > 60";

  private static final String SENT_AS_A =
      "new URLSearchParams(location.search).get('input').startsWith('sent:')";

  @Test
  void aFileThatIsDroppedAnywhereIsB(Page page) {
    page.visit("?tab=compare");
    page.see(".offer img");

    Arrivals.dropOn(page, ".compare-nothing", "b.png", Arrivals.picture(30, 43), "image/png");

    page.until("all layers are there", ROWS);
    assertThat(page.inAddress("otherInput")).startsWith("sent:");
  }

  @Test
  void aFileThatIsDroppedOnASideIsItsInput(Page page) {
    page.visit("?tab=compare&input=sample:face&otherInput=sample:shapes");
    page.until("all layers are there", ROWS);

    Arrivals.dropOn(page, ".side[aria-label=A]", "a.png", Arrivals.picture(30, 44), "image/png");

    page.until("A is what was sent", SENT_AS_A);
    assertThat(page.inAddress("otherInput")).isEqualTo("sample:shapes");
  }

  @Test
  void besideTheSidesTheNearerOneTakesTheFile(Page page) {
    page.visit("?tab=compare&input=sample:face&otherInput=sample:shapes");
    page.until("all layers are there", ROWS);

    dropFiles(page, ".both-scores", 20, "a.png");

    page.until("A is what was sent", SENT_AS_A);
    assertThat(page.inAddress("otherInput")).isEqualTo("sample:shapes");
  }

  @Test
  void twoFilesThatAreDroppedTogetherAreAAndB(Page page) {
    page.visit("?tab=compare");
    page.see(".offer img");

    dropFiles(page, ".compare-nothing", 600, "a.png", "b.png");

    page.until("all layers are there", ROWS);
    assertThat(chosen(page, "Input of A")).isEqualTo("a.png");
    assertThat(chosen(page, "Input of B")).isEqualTo("b.png");
  }

  @Test
  void theSideThatWouldTakeAFileShowsIt(Page page) {
    page.visit("?tab=compare");
    page.see(".offer img");

    dragFiles(page, ".compare-nothing", 600, "b.png");

    page.see(".side.taking[aria-label=B]");
    assertThat(page.all(".side.taking")).hasSize(1);
  }

  private static String chosen(Page page, String label) {
    Select choice = new Select(page.see("select[aria-label='%s']".formatted(label)));
    return choice.getFirstSelectedOption().getText();
  }

  private static void dropFiles(Page page, String css, int x, String... names) {
    drag(page, css, x, "drop", names);
  }

  private static void dragFiles(Page page, String css, int x, String... names) {
    drag(page, css, x, "dragover", names);
  }

  /** Drags pictures, each of another size, over an element, and does this with them at last. */
  private static void drag(Page page, String css, int x, String last, String... names) {
    var pictures =
        IntStream.range(0, names.length)
            .mapToObj(place -> Arrivals.picture(31 + place, 45))
            .map(Base64.getEncoder()::encodeToString)
            .toList();
    page.run(
        """
        const [css, clientX, last, names, pictures] = arguments;
        const dataTransfer = new DataTransfer();
        names.forEach((name, place) => {
          const bytes = Uint8Array.from(atob(pictures[place]), (each) => each.charCodeAt(0));
          dataTransfer.items.add(new File([bytes], name, { type: 'image/png' }));
        });
        for (const kind of new Set(['dragenter', 'dragover', last])) {
          document.querySelector(css).dispatchEvent(
            new DragEvent(kind, { dataTransfer, clientX, bubbles: true, cancelable: true }));
        }
        """,
        css,
        x,
        last,
        List.of(names),
        pictures);
  }
}
