package io.fovea.app.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.fovea.image.ColorMap;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The page paints in the library's colours, so that what is saved is what was on screen. */
@Timeout(120)
@ExtendWith(InBrowser.class)
class ColourTest {
  private static final int STEPS = 256;

  /** Pixels are red, green, blue from the lowest byte on. */
  private static final String COLOURS =
      """
      return import(new URL('page/colour.js', document.baseURI)).then(({ MAPS }) => Array.from(
          MAPS[arguments[0]],
          (pixel) => ((pixel & 255) << 16) | (pixel & 0xff00) | ((pixel >> 16) & 255)));
      """;

  /** How many of the picture's pixels are so. */
  private static final String PIXELS =
      """
      ((pixels) => Array.from({ length: pixels.length / 4 }, (any, i) => pixels.subarray(4 * i))
        .filter(([red, green, blue]) => %s).length / (pixels.length / 4))(
          document.querySelector('fovea-picture canvas').getContext('2d')
            .getImageData(0, 0, 227, 227).data)
      """;

  /** Whether some of the picture is clearly blue. */
  private static final String COLD = PIXELS.formatted("blue > red + 40") + " > 0.05";

  /** Whether most of the picture is dark. */
  private static final String DARK = PIXELS.formatted("red + green + blue < 360") + " > 0.6";

  @ParameterizedTest
  @EnumSource(names = {"GRAY", "VIRIDIS", "SIGNED"})
  void eachStepIsTheLibrarys(ColorMap map, Page page) {
    page.open("");

    assertThat((List<?>) page.run(COLOURS, map.toString()))
        .isEqualTo(
            IntStream.range(0, STEPS)
                .mapToObj(step -> (long) map.rgb(step / (STEPS - 1.0)))
                .toList());
  }

  @Test
  void signsHaveColoursOnlyOnAScaleWhoseMiddleIsZero(Page page) {
    page.open("?layer=relu_conv1&map=signed&scale=layer");
    assertThat(chosen(page)).isEqualTo("gray");

    page.open("?layer=relu_conv1&map=signed&scale=-2:2");
    assertThat(chosen(page)).isEqualTo("signed");
  }

  private static String chosen(Page page) {
    return page.see(".controls [aria-pressed=true][data-map]").getDomAttribute("data-map");
  }

  @Test
  void aMapThatIsNotKnownIsGray(Page page) {
    page.open("?map=turbo");

    assertThat(chosen(page)).isEqualTo("gray");
  }

  @Test
  void signsHaveAMapOfTheirOwn(Page page) {
    page.open("?scale=symmetric");

    assertThat(page.see(".controls [aria-pressed=true][data-map]").getDomAttribute("data-map"))
        .isEqualTo("signed");
  }

  @Test
  void zeroIsDarkWhereverTheValuesLie(Page page) {
    page.open("");

    assertThat(signed(page, 0, 12)).isEqualTo("rgb(19 20 23)"); // what comes from a ReLU
    assertThat(signed(page, -12, 3)).isEqualTo("rgb(19 20 23)");
    assertThat(signed(page, 0, 0)).isEqualTo("rgb(19 20 23)"); // a channel that saw nothing
  }

  @Test
  void aReluOverThePictureIsNowhereCold(Page page) {
    page.open("?layer=relu_conv1&channel=3&scale=symmetric&overlay=1");
    page.quiet();

    page.until("it lies over the picture", DARK);
    assertThat(page.run("return " + COLD)).isEqualTo(false);
  }

  /** The colour of 0 in a channel from a least to a greatest value. */
  private static String signed(Page page, double least, double greatest) {
    return page.run(
            """
            const [least, greatest] = arguments;
            return import(new URL('page/colour.js', document.baseURI)).then(({ coloured, css }) =>
              css(0, coloured({ least, greatest }, 'signed').limits, 'signed'));
            """,
            least,
            greatest)
        .toString();
  }
}
