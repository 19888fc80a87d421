package io.fovea.app.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.fovea.app.TinyModel;
import io.fovea.app.server.PageServer;
import io.fovea.network.AveragePooling2d;
import io.fovea.network.ImageInput;
import io.fovea.network.Network;
import io.fovea.network.Padding;
import io.fovea.network.Size;
import io.fovea.network.Stride;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
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

  @TempDir private Path folder;

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
    assertThat(padding.getDomAttribute("title")).isEqualTo("outside the input: never the greatest");
  }

  @Test
  void aMeanCountsItsPaddingButNotWhatHangsOver(Page page) { // of rows 3 to 5, columns 0 to 2 of 3
    var pool =
        AveragePooling2d.of("mean", "data", Size.of(3), Stride.of(3))
            .withPadding(Padding.of(1, 0, 1, 0))
            .withPaddingCounted()
            .withCeilMode();
    var network = Network.of("means", List.of(ImageInput.of("data", 3, 3, 1), pool));
    String model = TinyModel.write(network, folder).toString();
    try (PageServer server = Page.serve(model)) {
      String query = "?model=" + URLEncoder.encode(model, StandardCharsets.UTF_8);
      page.visit(server, query + "&layer=mean&channel=1&at=2,1");

      assertThat(page.see(".arithmetic .equals").getText()).contains("÷ 3\n=");
      assertThat(page.all(".matrix .padding"))
          .extracting(each -> each.getText() + " " + each.getDomAttribute("title"))
          .startsWith("0 padding: counts as 0")
          .endsWith(
              Collections.nCopies(6, "– outside the input: not counted").toArray(String[]::new))
          .hasSize(1 + 6);
      page.leaveServer();
    }
  }

  @Test
  void aMeanWithoutItsPaddingCountsNothingOutside(Page page) {
    page.open("");

    String shown =
        shown(
            page,
            """
            {kind: 'averaged', arithmetic: {sum: 3, count: 1, value: 3,
              patch: {top: 1, left: 1, bottom: 1, right: 2}, counted: {top: 0, left: 0, bottom: 1, right: 1},
              window: {height: 1, width: 2, values: [3, 'NaN']}}}
            """);

    assertThat(shown).contains("|3.00|–|3.00 ÷ 1= 3.00");
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
