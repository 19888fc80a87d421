package io.fovea.app.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.fovea.image.Picture;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The layer's pane as a picture: all that it tells, also what is scrolled out of sight. */
@Timeout(120)
@ExtendWith(InBrowser.class)
class PanePictureTest {
  private static final int SCALE = 2;
  private static final int MARGIN = 16;
  private static final int BODY = MARGIN + 21 + MARGIN; // where the pane begins: below a title

  @TempDir private Path folder;
  private Downloads downloads;

  @BeforeEach
  void download(Page page) {
    downloads = page.downloadTo(folder);
  }

  @Test
  void anActivationHasAllItsTilesAndTheArithmetic(Page page) {
    Picture png = saved(page, "?layer=conv1&channel=3&at=20,30");

    assertThat(png.width()).isEqualTo(SCALE * wide(page));
    assertThat(png.height()).isGreaterThan(SCALE * high(page, "fovea-montage"));
    assertThat(share(png, place(page, "fovea-channel"))).isGreaterThan(0.9);
    assertThat(share(png, place(page, ".patch .matrix"))).isGreaterThan(0.7);
    assertThat(share(png, place(page, ".equals b"))).isGreaterThan(0.05);
    assertThat(share(png, new Area(MARGIN, png.height() / SCALE - 110, 60, 40)))
        .as("the last row of tiles")
        .isGreaterThan(0.9);
  }

  @Test
  void theValueAndItsChannelHaveFrames(Page page) {
    Picture png = saved(page, "?layer=conv1&channel=3&at=20,30&theme=dark");

    assertThat(count(png, place(page, "fovea-channel"), 0xffcf5c)).isGreaterThan(20);
    assertThat(count(png, place(page, "fovea-montage"), 0xffcf5c)).isGreaterThan(200);
  }

  @Test
  void theGreatestOfAWindowIsFramed(Page page) {
    Picture png = saved(page, "?layer=pool1&channel=4&theme=dark");

    assertThat(count(png, place(page, ".matrix .framed").round(2), 0xffcf5c)).isPositive();
  }

  @Test
  void weightsHaveTheirHistograms(Page page) {
    Picture png = saved(page, "?layer=conv1&view=weights");

    assertThat(png.height()).isGreaterThan(SCALE * high(page, "aside.channel"));
    assertThat(share(png, place(page, "fovea-weights canvas"))).isGreaterThan(0.7);
    assertThat(share(png, place(page, "fovea-histogram canvas"))).isBetween(0.05, 0.8);
    assertThat(share(png, place(page, "fovea-histogram .ends"))).isGreaterThan(0.01);
  }

  @Test
  void aFilterIsWrittenWhereItIsChosen(Page page) {
    Picture png = saved(page, "?layer=fire2-expand3x3&view=weights&channel=5");

    assertThat(share(png, place(page, ".weights label"))).isBetween(0.001, 0.1);
  }

  @Test
  void aMatrixHasItsLegend(Page page) {
    Picture png = saved(page, "?layer=conv10&view=weights");

    assertThat(share(png, place(page, "fovea-weights canvas"))).isGreaterThan(0.9);
    assertThat(share(png, place(page, "fovea-legend canvas"))).isGreaterThan(0.9);
  }

  @Test
  void scoresAreBars(Page page) {
    Picture png = saved(page, "?layer=prob&theme=dark");

    assertThat(png.height()).isGreaterThan(SCALE * 101 * 22); // all classes
    assertThat(share(png, place(page, ".bars progress"))).isGreaterThan(0.9);
    assertThat(count(png, place(page, ".bars progress"), 0xc9683c)).isGreaterThan(100);
    assertThat(share(png, place(page, ".exponentials"))).isGreaterThan(0.02);
  }

  @Test
  void allFiltersThatSeeTheBoxAreThere(Page page) {
    Picture png = saved(page, "?layer=relu_conv1&box=50,50,120,120");

    int cards = page.all(".found").size();
    int rows = (int) Math.ceil(cards / ((wide(page) - 2.0 * MARGIN + 4) / (168 + 8)));
    int top = png.height() / SCALE - MARGIN - 2 - rows * (66 + 8) + 8;
    for (int row = 0; row < rows; row++) {
      var picture = new Area(MARGIN + 7, top + row * (66 + 8) + 5, 56, 56);
      assertThat(share(png, picture)).as("row %s", row).isGreaterThan(0.9);
    }
  }

  @Test
  void whatIsTooLargeIsSmaller(Page page) throws IOException {
    open(page, "?layer=fire6-expand1x1&size=4"); // 192 tiles as wide as the pane

    page.save("All of this pane");

    var header = ByteBuffer.wrap(Files.readAllBytes(downloads.file(".png")), 16, 8);
    int width = header.getInt();
    int height = header.getInt();
    assertThat(width * height).isBetween(12_000_000, 16_000_000);
    assertThat((double) width / height).isBetween(0.8, 1.25);
  }

  private Picture saved(Page page, String query) {
    open(page, query);
    page.save("All of this pane");
    return downloads.picture();
  }

  private static void open(Page page, String query) {
    page.visit(query);
    page.see(".score meter");
    page.see(".layer-body > :not(.skeleton)");
    page.quiet();
  }

  /** Pixels of the page from the picture's left upper corner. */
  private record Area(int left, int top, int width, int height) {
    /** With so much round it. */
    Area round(int more) {
      return new Area(left - more, top - more, width + 2 * more, height + 2 * more);
    }

    IntStream rows() {
      return IntStream.range(SCALE * top, SCALE * (top + height));
    }

    IntStream columns() {
      return IntStream.range(SCALE * left, SCALE * (left + width));
    }
  }

  /** Where an element is in the picture, which is without the buttons above the body. */
  private static Area place(Page page, String css) {
    var sides =
        (List<?>)
            page.run(
                """
                const [head, body, pane, element] = ['.layer-head', '.layer-body', '.layer-pane', arguments[0]].map(
                    (css) => document.querySelector(css).getBoundingClientRect());
                const scrolled = document.querySelector(arguments[0]).closest('.montage, .weights, .bars, .channel').scrollTop;
                return [element.left - pane.left, arguments[1] + head.height + 12 + element.top - body.top + scrolled,
                    element.width, element.height].map(Math.round)""",
                css,
                BODY);
    int[] all = sides.stream().mapToInt(each -> ((Number) each).intValue()).toArray();
    return new Area(all[0], all[1], all[2], all[3]);
  }

  private static int wide(Page page) {
    return number(page, "return document.querySelector('.layer-pane').offsetWidth");
  }

  private static int high(Page page, String css) {
    return number(page, "return document.querySelector('%s').scrollHeight".formatted(css));
  }

  private static int number(Page page, String script) {
    return ((Number) page.run(script)).intValue();
  }

  /** How much of an area isn't the background. */
  private static double share(Picture png, Area area) {
    int all = SCALE * SCALE * area.width() * area.height();
    return 1 - (double) count(png, area, colour(png, 0, 0)) / all;
  }

  private static long count(Picture png, Area area, int colour) {
    return area.rows()
        .mapToLong(
            row -> area.columns().filter(column -> colour(png, row, column) == colour).count())
        .sum();
  }

  private static int colour(Picture png, int row, int column) {
    return png.sample(row, column, 0) << 16
        | png.sample(row, column, 1) << 8
        | png.sample(row, column, 2);
  }
}
