package io.fovea.app.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.fovea.image.Picture;
import io.fovea.image.PictureReader;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What a person takes along, as the browser saves it. */
@Timeout(120)
@ExtendWith(InBrowser.class)
class TakePageTest {
  @TempDir private Path folder;
  private Downloads downloads;

  @BeforeEach
  void open(Page page) {
    downloads = page.downloadTo(folder);
    page.open("?layer=conv1&channel=3");
    page.quiet();
  }

  @Test
  void theMontageIsAPicture(Page page) {
    page.save("Montage of all channels");

    Path png = downloads.file(".png");
    assertThat(png.getFileName().toString()).contains("conv1");
    assertThat(PictureReader.read(png).width()).isEqualTo(8 * 113); // 64 of 113 × 113
  }

  @Test
  void whatIsPaintedIsAPicture(Page page) {
    page.save("The picture as painted here");

    Path png = downloads.file(".png");
    Object width = page.run("return document.querySelector('fovea-montage canvas').width");
    assertThat((long) PictureReader.read(png).width()).isEqualTo(width);
  }

  @Test
  void whatIsPaintedFarBeyondThePaneIsAPictureToo(Page page) throws IOException {
    page.open("?layer=fire6-expand1x1&size=4"); // 192 tiles as wide as the pane
    page.quiet();

    page.save("The picture as painted here");

    var header = ByteBuffer.wrap(Files.readAllBytes(downloads.file(".png")), 16, 8);
    int width = header.getInt();
    assertThat(width).isEqualTo(header.getInt()).isGreaterThan(14 * 300).isLessThan(8192); // 14²
  }

  @Test
  void theGraphIsAPictureTwiceAsLargeAsItIsDrawn(Page page) {
    page.save("Graph of the network");

    Picture png = PictureReader.read(downloads.file(".png"));
    assertThat(png.width()).isEqualTo(2 * 300);
    assertThat(png.sample(0, 0, 0)).isEqualTo(255);
  }

  @Test
  void theTableIsAPictureOfAllItsRowsAndColumns(Page page) {
    page.save("Table of the layers");

    Picture png = downloads.picture();
    assertThat(png.width()).isEqualTo(2 * (1100 + 2 * 16));
    assertThat(png.height()).isGreaterThan(2 * 68 * 20);
    page.until("nothing of it is left in the page", "!document.querySelector('.network-table')");
  }

  @Test
  void theTableIsAPictureOfWhatTheSearchFinds(Page page) {
    page.open("?layer=conv1&show=table");
    page.see("#search").sendKeys("relu_conv");
    page.text(".network-found", text -> text.startsWith("2 of "));

    page.save("Table of the layers");

    int high = downloads.picture().height();
    assertThat(high).isBetween(2 * 4 * 20, 2 * 10 * 20); // the head, two rows, totals, and a title
  }

  @Test
  void theComparisonIsAPicture(Page page) {
    page.visit("?tab=compare&otherInput=sample:shapes&layer=conv1");
    page.see(".pair");
    page.quiet();

    page.button("Save the comparison as a picture").click();

    Picture png = downloads.picture();
    assertThat(png.width()).isBetween(1280 + 2 * 16, 2 * (1280 + 2 * 16));
    assertThat(png.height())
        .isGreaterThan(png.width() * 68 * 40 / 1312); // all layers, whatever is in sight
    assertThat(png.width() * png.height()).isLessThanOrEqualTo(16_000_000);
    assertThat(page.all("main.compare")).hasSize(1);
  }

  @Test
  void aPictureThatCanNotBePaintedIsSaid(Page page) {
    page.cutOff(true);

    page.save("Table of the layers");

    page.text(".message", text -> text.startsWith("The server doesn’t answer."));
    page.cutOff(false);
    page.errors(); // of the time without a server
  }

  @Test
  void theValuesOfAChannelAreAnArray(Page page) throws IOException {
    page.save("Values of channel 3");

    byte[] npy = Files.readAllBytes(downloads.file(".npy"));
    String head = new String(npy, 0, 128, StandardCharsets.ISO_8859_1);
    assertThat(head).startsWith("\u0093NUMPY").contains("(1, 1, 113, 113)").contains("<f4");
    assertThat(npy).hasSize(128 + 113 * 113 * Float.BYTES);
  }

  @Test
  void theReportIsOneFile(Page page) throws IOException {
    page.see("#report").click();

    String html = Files.readString(downloads.file(".html"));
    assertThat(html).contains("conv1", "113 × 113 × 64").doesNotContain("src=\"http");
  }

  @Test
  void theLinesThatMakeItAgainAreShown(Page page) {
    page.save("Lines that make this again");

    page.text("dialog.lines pre", text -> text.contains("conv1"));
    page.leave();
    page.until("it is closed", "!document.querySelector('dialog[open]')");
  }
}
