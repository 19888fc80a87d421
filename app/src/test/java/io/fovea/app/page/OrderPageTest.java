package io.fovea.app.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.fovea.app.TinyOnnx;
import io.fovea.app.server.PageServer;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.support.ui.Select;

/** In which order and in which colours the montage shows the channels. */
@Timeout(120)
@ExtendWith(InBrowser.class)
class OrderPageTest {
  /** Red, green, blue in the middle of the montage's first tile. */
  private static final String PIXEL =
      "return [...document.querySelector('fovea-montage canvas').getContext('2d')"
          + ".getImageData(20, 20, 1, 1).data].slice(0, 3)";

  /** A click on the first tile. */
  private static final String FIRST =
      """
      const montage = document.querySelector('fovea-montage canvas');
      const { left, top } = montage.getBoundingClientRect();
      montage.dispatchEvent(new MouseEvent('click', { clientX: left + 9, clientY: top + 9 }));
      """;

  @TempDir private Path folder;

  @Test
  void theStrongestChannelIsTheFirst(Page page) {
    page.open("?layer=conv1");

    new Select(page.see("select[aria-label='Order of the channels']")).selectByValue("strongest");
    page.untilInAddress("sort", "strongest");
    page.quiet();
    page.run(FIRST);

    page.until("one is chosen", "new URLSearchParams(location.search).get('channel')");
    assertThat(page.inAddress("channel")).isEqualTo(String.valueOf(strongest(page) + 1));
  }

  @Test
  void coloursAreChosen(Page page) {
    page.open("?layer=conv1");
    assertThat(page.run(PIXEL)).satisfies(OrderPageTest::isGray);

    page.button("Viridis").click();

    page.untilInAddress("map", "viridis");
    page.quiet();
    List<?> colour = (List<?>) page.run(PIXEL);
    assertThat(colour.stream().distinct().count()).isGreaterThan(1);
  }

  @Test
  void farDownTheTilesAreThere(Page page) {
    page.open("?layer=fire9-concat");

    page.run("document.querySelector('.montage').scrollTo(0, 1e6)");

    page.until(
        "the last tiles are painted",
        """
        (({ canvas, montage }) =>
          canvas.getBoundingClientRect().top > montage.getBoundingClientRect().top
          && canvas.getContext('2d').getImageData(20, canvas.height - 30, 1, 1).data[3] === 255)({
          canvas: document.querySelector('fovea-montage canvas'),
          montage: document.querySelector('fovea-montage') })
        """);
  }

  @Test
  void ofManyBarsTheChosenAndTheGreatestAreAmongThoseShown(Page page) throws IOException {
    String model = TinyOnnx.wide(folder).toString();
    try (PageServer server = Page.serve(model)) {
      String query = "?input=sample:measurement&layer=mean&model=" + encoded(model);

      page.visit(server, query + "&channel=240&sort=number");
      page.see(".bars li");
      assertThat(bars(page)).startsWith("1", "2").endsWith("199", "200", "…", "240", "250");
      assertThat(page.see(".bars").getText()).contains("and 48 more");

      page.visit(server, query + "&channel=240&sort=sparsity");
      page.see(".bars li");
      assertThat(bars(page)).startsWith("101");
      page.leaveServer();
    }
  }

  /** The numbers of the bars, in their order. */
  private static List<String> bars(Page page) {
    return page.all(".bars li").stream().map(each -> each.getText().split("\\s")[0]).toList();
  }

  private static String encoded(String model) {
    return URLEncoder.encode(model, StandardCharsets.UTF_8);
  }

  private static void isGray(Object pixel) {
    assertThat(((List<?>) pixel).stream().distinct()).hasSize(1);
  }

  /** The channel with the greatest value, from 0, as the server tells it. */
  private static long strongest(Page page) {
    return (Long)
        page.run(
            """
            return import(new URL('page/api.js', document.baseURI)).then(({ binary }) =>
              binary('api/tiles', { model: 'squeezenet', input: 'sample:face', layer: 'conv1' }))
              .then(({ head }) => head.statistics.map((each) => each[1]))
              .then((greatest) => greatest.indexOf(Math.max(...greatest)))
            """);
  }
}
