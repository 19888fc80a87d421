package io.fovea.app.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.LIST;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openqa.selenium.support.ui.Select;

/** The compare tab in a browser. */
@Timeout(120)
@ExtendWith(InBrowser.class)
class ComparePageTest {
  private static final String ROWS =
      "document.querySelectorAll('.compared-row:not(.skeleton)').length > 60";

  @Test
  void anotherPictureIsChosenAndEveryLayerSaysHowMuchItChanged(Page page) {
    page.visit("?tab=compare");
    page.see(".offer button").click();

    page.until("all layers are there", ROWS);
    assertThat(page.inAddress("otherInput")).startsWith("sample:");
    assertThat(page.all(".both-scores tbody tr")).isNotEmpty();
  }

  @Test
  void aLayerIsOpenedAndTheLinkRestoresIt(Page page) {
    page.visit("?tab=compare&otherInput=sample:shapes");
    page.until("all layers are there", ROWS);

    page.all(".compared-row").get(2).click();

    page.until("it is chosen", "document.querySelector('.compared-row[aria-current=true]')");
    String layer = page.inAddress("layer");
    page.reload();
    page.until("all layers are there", ROWS);
    assertThat(page.inAddress("layer")).isEqualTo(layer);
    page.see(".compared-row[aria-current=true]");
  }

  @Test
  void aNewerQuestionTakesThePlaceOfTheOneBefore(Page page) {
    page.visit("?tab=compare&otherInput=sample:shapes");
    page.until("all layers are there", ROWS);

    Object kinds =
        page.run(
            """
            return performance.getEntriesByType('resource')
              .filter((each) => each.name.includes('api/compare'))
              .map((each) => new URL(each.name).searchParams.get('kind'))
            """);

    assertThat(kinds).asInstanceOf(LIST).contains("compared").doesNotContainNull();
  }

  @Test
  void aSampleThatIsChosenForASideStaysThoughAFileIsOnItsWay(Page page) {
    page.visit("?tab=compare&otherInput=sample:shapes");
    page.until("all layers are there", ROWS);
    Arrivals.hold(page, "api/inputs?");
    Arrivals.dropOn(page, ".side[aria-label=B]", "b.png", Arrivals.picture(30, 41), "image/png");
    page.until("it is being sent", "document.querySelector('.waiting.on')");

    Select choice = new Select(page.see("select[aria-label='Input of B']"));
    choice.selectByValue("sample:measurement");
    Arrivals.letGo(page);

    assertThat(page.inAddress("otherInput")).isEqualTo("sample:measurement");
  }

  @Test
  void aPictureThatWasSentIsNamedOnItsSide(Page page) throws Exception {
    String id = page.send("red.png");

    page.visit("?tab=compare&otherInput=" + id);

    page.until("all layers are there", ROWS);
    assertThat(page.see("select[aria-label='Input of B']").getText()).contains("Your picture");
  }
}
