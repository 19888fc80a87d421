package io.fovea.app.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.fovea.app.TinyModel;
import io.fovea.app.server.PageServer;
import io.fovea.image.ColorMap;
import io.fovea.network.Convolution2d;
import io.fovea.network.ImageInput;
import io.fovea.network.Network;
import io.fovea.network.Parameter;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.WebElement;

/** The weights of filters that see three channels, as a browser shows them. */
@Timeout(120)
@ExtendWith(InBrowser.class)
class WeightsPageTest {
  /** Red, green, blue of these places along the first row of tiles. */
  private static final String PIXELS =
      """
      const context = document.querySelector('fovea-weights canvas').getContext('2d');
      return arguments[0].map((x) => [...context.getImageData(x, 4, 1, 1).data].slice(0, 3).join(' ')).join(', ');
      """;

  @TempDir private Path folder;

  @Test
  void thoseOfAPictureArePaintedInItsColours(Page page) { // 0 of red, 1 of green, 2 of blue
    show(
        page,
        "colours",
        () -> {
          assertThat(page.see(".weights").getText()).contains("as it sees red, green and blue");
          assertThat(pixels(page, 48)).isEqualTo("0 128 255");
          assertThat(page.all(".patch .colour"))
              .extracting(WebElement::getText)
              .containsExactly("R", "G", "B");
        });
  }

  @Test
  void thoseOfOtherChannelsAreSlices(Page page) { // filter 2 has −4, 0 and 4
    show(
        page,
        "others&channel=2",
        () -> {
          assertThat(page.see(".weights").getText())
              .startsWith("3 slices, one for each channel that the filter sees")
              .doesNotContain("red");
          assertThat(pixels(page, 48, 148, 248)).isEqualTo("0 0 0, 128 128 128, 255 255 255");
          assertThat(page.see(".weights input").getDomProperty("value")).isEqualTo("2");
        });
  }

  @Test
  void thoseOfOneValueAColourAreAMatrix(Page page) { // −1, 0, 1 of the first filter
    show(
        page,
        "single",
        () -> {
          assertThat(page.see(".weights").getText()).startsWith("2 filters (rows) × 3 inputs");
          assertThat(pixels(page, 4, 20))
              .isEqualTo(text(ColorMap.SIGNED.rgb(0)) + ", " + text(ColorMap.SIGNED.rgb(1)));
        });
  }

  private void show(Page page, String layer, Runnable check) {
    String model = TinyModel.write(threes(), folder).toString();
    try (PageServer server = Page.serve(model)) {
      String query = "?model=" + URLEncoder.encode(model, StandardCharsets.UTF_8);
      page.visit(server, query + "&view=weights&layer=" + layer);
      page.see("fovea-weights canvas");
      page.quiet();
      check.run();
      page.leaveServer();
    }
  }

  private static String pixels(Page page, int... across) {
    return page.run(PIXELS, IntStream.of(across).boxed().toList()).toString();
  }

  private static String text(int colour) {
    return "%d %d %d".formatted(colour >> 16 & 0xff, colour >> 8 & 0xff, colour & 0xff);
  }

  /** Two layers that see a picture, and one that sees what the first made of it. */
  private static Network threes() {
    float[] colours = {0, 0, 1, 1, 2, 2, 0, 0, 1, 1, 2, 2, 0, 0, 1, 1, 2, 2};
    float[] others = {0, 0, 0, 0, 0, 0, -4, -4, 0, 0, 4, 4};
    float[] single = {-1, 0, 1, 0, 0, 0};
    return Network.of(
        "threes",
        List.of(
            ImageInput.of("picture", 3, 3, 3),
            convolution("colours", "picture", 3, 2, colours),
            convolution("others", "colours", 2, 2, others),
            convolution("single", "picture", 2, 1, single)));
  }

  /** Filters of one row, over three channels. */
  private static Convolution2d convolution(
      String name, String input, int filters, int columns, float... weights) {
    return Convolution2d.of(
        name,
        input,
        Parameter.of("Weights", weights, filters, 3, 1, columns),
        Parameter.of("Bias", new float[filters], filters));
  }
}
