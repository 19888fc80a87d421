package io.fovea.app.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.fovea.image.ColorMap;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The page's colours: text is at least 4.5 : 1 against what it stands on (WCAG 2.1, 1.4.3). */
class TokensTest {
  private static final Path STYLE = Path.of("src/main/resources/io/fovea/app/page/style");
  private static final Pattern COLOUR = Pattern.compile("--([\\w-]+): #([0-9a-f]{6});");

  @ParameterizedTest
  @CsvSource({
    "text, background",
    "text, panel",
    "text, raised",
    "dim, background",
    "dim, panel",
    "dim, raised",
    "faint, background",
    "faint, panel",
    "faint, raised",
    "fault, background",
    "fault, panel",
    "fault, raised",
    "accent-text, background",
    "accent-text, panel",
    "accent-text, raised",
    "on-accent, accent"
  })
  void textIsLegible(String text, String ground) throws IOException {
    for (String theme : new String[] {"dark", "light"}) {
      Map<String, Integer> colours = colours(theme);

      assertThat(contrast(colours.get(text), colours.get(ground)))
          .as("%s on %s, %s", text, ground, theme)
          .isGreaterThanOrEqualTo(4.5);
    }
  }

  @ParameterizedTest
  @CsvSource({"above, 1", "below, -1"})
  void aNumberInAMatrixIsLegibleOnItsColour(String side, int sign) throws IOException {
    double bright = bright(side);

    for (int step = 0; step <= 100; step++) {
      double share = step / 100.0;
      int ground = ColorMap.SIGNED.rgb((1 + sign * share) / 2);

      assertThat(contrast(share > bright ? 0x000000 : 0xffffff, ground))
          .as("%s of the greatest, %s 0", share, side)
          .isGreaterThanOrEqualTo(4.5);
    }
  }

  /** From which share on a matrix is written in black. */
  private static double bright(String side) throws IOException {
    Matcher found =
        Pattern.compile("BRIGHT = .*" + side + ": ([\\d.]+)")
            .matcher(Files.readString(STYLE.resolveSibling("matrix.js")));
    assertThat(found.find()).isTrue();
    return Double.parseDouble(found.group(1));
  }

  @ParameterizedTest // what isn't text: 3 : 1 (1.4.11)
  @CsvSource({"accent, background", "accent, panel"})
  void whatIsSelectedIsSeen(String mark, String ground) throws IOException {
    for (String theme : new String[] {"dark", "light"}) {
      Map<String, Integer> colours = colours(theme);

      assertThat(contrast(colours.get(mark), colours.get(ground))).as(theme).isGreaterThan(3);
    }
  }

  /** The light theme replaces some of the dark one's. */
  private static Map<String, Integer> colours(String theme) throws IOException {
    var colours = new HashMap<String, Integer>();
    add(colours, Files.readString(STYLE.resolve("tokens.css")));
    if (theme.equals("light")) {
      add(colours, Files.readString(STYLE.resolve("light.css")));
    }
    return colours;
  }

  private static void add(Map<String, Integer> colours, String css) {
    COLOUR
        .matcher(css)
        .results()
        .forEach(each -> colours.put(each.group(1), Integer.parseInt(each.group(2), 16)));
  }

  private static double contrast(int one, int other) {
    double lighter = Math.max(luminance(one), luminance(other));
    double darker = Math.min(luminance(one), luminance(other));
    return (lighter + 0.05) / (darker + 0.05);
  }

  private static double luminance(int colour) {
    return 0.2126 * linear(colour >> 16)
        + 0.7152 * linear(colour >> 8 & 0xff)
        + 0.0722 * linear(colour & 0xff);
  }

  private static double linear(int level) {
    double share = level / 255.0;
    return share <= 0.03928 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
  }
}
