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
  void aMapThatIsNotKnownIsGray(Page page) {
    page.open("?map=turbo");

    assertThat(page.see(".controls [aria-pressed=true][data-map]").getDomAttribute("data-map"))
        .isEqualTo("gray");
  }

  @Test
  void signsHaveAMapOfTheirOwn(Page page) {
    page.open("?scale=symmetric");

    assertThat(page.see(".controls [aria-pressed=true][data-map]").getDomAttribute("data-map"))
        .isEqualTo("signed");
  }
}
