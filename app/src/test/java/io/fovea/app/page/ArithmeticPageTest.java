package io.fovea.app.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** How a value came about, as a browser shows it. */
@Timeout(120)
@ExtendWith(InBrowser.class)
class ArithmeticPageTest {
  /** The words of a value's arithmetic, as the server might give it, of a layer "it". */
  private static final String SHOWN =
      """
      const at = (name) => import(new URL('page/' + name, document.baseURI));
      return Promise.all([at('arithmetic.js'), import('lit-html')]).then(([view, lit]) => {
        const place = document.createElement('div');
        const value = { layer: 'it', channel: 0, row: 0, column: 0, inputSize: [2, 2], next: [], ...%s };
        const layer = { name: 'it', inputs: ['data'] };
        const network = { input: {}, layers: [layer] };
        lit.render(view.arithmeticView({ value, layer: 'it', network }, layer), place);
        return [...place.querySelectorAll('p, td, li')].map((each) => each.textContent
            .replace(/\\s+/g, ' ').trim()).join('|');
      });
      """;

  @Test
  void aClippedReluBehindTheLayerHasItsCeiling(Page page) {
    page.open("");

    String shown =
        shown(
            page,
            """
            {kind: 'given', arithmetic: {value: 9.31}, next: [
              {layer: 'a', kind: 'rectified', arithmetic: {before: 9.31, value: 9.31}},
              {layer: 'b', kind: 'clipped', arithmetic: {before: 9.31, ceiling: 6, value: 6}}]}
            """);

    assertThat(shown)
        .contains("Then a: max(0, 9.31) = 9.31")
        .contains("Then b: min(6.00, max(0, 9.31)) = 6.00");
  }

  @Test
  void theExponentialsOfASoftmaxAreShown(Page page) { // squeezenet tells 101 classes
    page.open("?layer=prob&channel=1");

    page.see(".exponentials");

    assertThat(page.all(".exponentials li")).hasSize(1 + 10 + 2); // its own, others, rest, sum
    assertThat(page.see(".exponentials [aria-current=true]").getText()).startsWith("Faces");
    assertThat(page.see(".exponentials").getText()).contains("90 others", "together", "exp(");
  }

  @Test
  void whatIsOnlyPassedOnHasItsNumber(Page page) { // of a concatenation, a dropout, the picture
    for (String layer : List.of("fire2-concat", "drop9", "data")) {
      page.open("?channel=2&at=1,1&layer=" + layer);

      assertThat(page.see(".arithmetic .equals").getText()).matches("(?s).*= −?\\d.*");
    }
  }

  @Test
  void aChannelThatStandsForAClassOrAColourIsCalledByIt(Page page) {
    page.open("?layer=conv10&channel=1"); // 14 × 14 × 101: one map for each class
    assertThat(page.see(".channel-name").getText()).isEqualTo("Faces");

    page.open("?layer=data&channel=3");
    assertThat(page.see(".channel-name").getText()).isEqualTo("B");

    page.open("?layer=fire9-concat&channel=1");
    assertThat(page.all(".channel-name")).isEmpty();
  }

  @Test
  void paddingNeverWinsAMaximum(Page page) { // pool3's last window hangs over the 56 rows
    page.open("?layer=pool3&channel=1&at=28,28");

    WebElement padding = page.see(".matrix .padding");

    assertThat(page.all(".matrix .padding")).hasSize(3 + 2);
    assertThat(padding.getText()).isEqualTo("−∞");
    assertThat(padding.getDomAttribute("title")).isEqualTo("padding: never the greatest");
  }

  @Test
  void aValueThatIsNotANumberIsNotTakenForPadding(Page page) {
    page.open("");

    String shown =
        shown(
            page,
            """
            {kind: 'greatest', arithmetic: {value: 1, patch: {top: 0, left: 1, bottom: 0, right: 2},
              window: {height: 1, width: 2, values: ['NaN', 'NaN']}}}
            """);

    assertThat(shown).contains("|NaN|−∞|").doesNotContain("null");
  }

  @Test
  void aReluSaysNothingOfZeroWhereThereIsNoNumber(Page page) {
    page.open("");

    assertThat(shown(page, "{kind: 'rectified', arithmetic: {before: 'NaN', value: 'NaN'}}"))
        .contains("not a finite number")
        .contains("max(0, NaN)= NaN")
        .doesNotContain("zero");
  }

  @Test
  void theSumOfAnotherChannelOnlyKeepsThePlaceOfTheNext(Page page) {
    page.open("?layer=conv1&channel=3");
    page.see(".arithmetic");
    Arrivals.hold(page, "api/explain");

    page.run("document.querySelector('.arithmetic').dataset.same = 'yes'");
    page.press(Keys.ARROW_RIGHT);

    page.until("it isn't seen", "document.querySelector('.arithmetic.past')");
    assertThat(page.all(".arithmetic")).noneMatch(WebElement::isDisplayed);
    Arrivals.letGo(page);
    page.see(".arithmetic[data-same]");
  }

  private static String shown(Page page, String value) {
    return page.run(SHOWN.formatted(value)).toString();
  }
}
