package io.fovea.app.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.fovea.app.TinyOnnx;
import io.fovea.app.server.PageServer;
import io.fovea.image.Picture;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;

/** The left pane in a browser: files, arrays, the camera; and what isn't as it should be. */
@Timeout(120)
@ExtendWith(InBrowser.class)
class InputPageTest {
  @TempDir private Path folder;

  @Test
  void aFileOfOnesOwnIsLookedAt(Page page) throws IOException {
    Path red = red(folder.resolve("red.png"));
    page.open("");

    page.button("Picture").click();
    page.give(red);

    page.until(
        "it is the input",
        "new URLSearchParams(location.search).get('input')?.startsWith('sent:')");
    page.text(".about", text -> text.contains("red.png") && text.contains("40 × 30"));
    page.untilPainted();
  }

  @Test
  void aBrokenFileIsSaidAndThePictureStays(Page page) throws IOException {
    byte[] whole = Files.readAllBytes(red(folder.resolve("red.png")));
    Path cut = Files.write(folder.resolve("cut.png"), Arrays.copyOf(whole, 50));
    page.open("?input=sample:shapes");

    page.button("Picture").click();
    page.give(cut);

    assertThat(page.text(".input-fault", text -> !text.isEmpty()))
        .startsWith("cut.png: the PNG ends after 50 ");
    assertThat(page.inAddress("input")).isEqualTo("sample:shapes");
    assertThat(page.errors())
        .isNotEmpty()
        .allMatch(each -> each.contains("400")); // the request that failed
  }

  @Test
  void anArrayIsFedAsItIs(Page page) throws IOException {
    var rows = new StringBuilder();
    for (int row = 0; row < 227; row++) {
      for (int column = 0; column < 227; column++) {
        rows.append(column == 0 ? "" : ",").append((row * 7 + column) % 50 - 25);
      }
      rows.append('\n');
    }
    Path file = Files.writeString(folder.resolve("waves.csv"), rows);
    page.open("");

    page.button("Array").click();
    page.give(file);

    page.text(".about", text -> text.contains("waves.csv") && text.contains("227 × 227 numbers"));
    page.untilPainted();
  }

  @Test
  void theCameraIsLookedAtLiveAndFrozen(Page page) {
    page.open("");

    page.button("Camera").click();

    page.text(".live", text -> text.contains("Pictures a second"));
    page.press("f");
    page.text(".live", text -> text.contains("held:"));
    page.until(
        "it is an input", "new URLSearchParams(location.search).get('input')?.startsWith('sent:')");
    page.button("Stop").click();
    page.until("it has ended", "!document.querySelector('.live-buttons')");
  }

  @Test
  void aPictureThatIsGoneIsSaid(Page page) {
    page.open("");

    page.go("?input=sent:0123456789abcdef");

    page.text("[role=alert]", text -> text.contains("isn't here any more; give it again"));
    assertThat(page.errors()).isNotEmpty().allMatch(each -> each.contains("404"));
  }

  @Test
  void aServerThatIsLostIsSaidAndFoundAgain(Page page) {
    page.open("?layer=conv1");

    page.cutOff(true);
    page.press(Keys.ARROW_DOWN, Keys.ARROW_DOWN);
    page.text(".message", text -> text.startsWith("The server doesn’t answer."));
    page.cutOff(false);
    page.button("Try again").click();

    page.until("nothing is wrong any more", "!document.querySelector('.message')");
    page.until(
        "the layer is there",
        "document.querySelector('fovea-montage').dataset.painted?.startsWith('pool1 ')");
    page.errors(); // of the time without a server
  }

  @Test
  void aNetworkWithFaultsShowsThemWhereTheyAre(Page page) throws IOException {
    Path model = TinyOnnx.faulty(folder);
    try (PageServer faulty = Page.serve(model.toString())) {
      page.visit(faulty, "?model=" + URLEncoder.encode(model.toString(), StandardCharsets.UTF_8));

      assertThat(page.text(".card-fault", text -> !text.isEmpty())).contains("channel");
      assertThat(page.see(".network-faults").getText()).contains("both");
      page.press("g");
      page.see("tr.faulty[data-layer=both]");
      page.leaveServer();
    }
    assertThat(page.errors())
        .isNotEmpty()
        .allMatch(each -> each.contains("400")); // it can't be run
  }

  @Test
  void aNetworkWithoutAnInputTellsSoAndCanBeLookedAt(Page page) throws IOException {
    Path model = TinyOnnx.blind(folder);
    try (PageServer blind = Page.serve(model.toString())) {
      String query = "?model=" + URLEncoder.encode(model.toString(), StandardCharsets.UTF_8);
      page.visit(blind, query + "&input=sample:measurement");

      assertThat(page.see(".network-faults").getText()).contains("no image input");
      page.text(".message", text -> text.contains("has no image input"));
      page.text(".about", text -> text.contains("the network has no image input"));
      page.button("Samples").click();
      page.button("Face").click();
      page.text(".about", text -> text.contains("the network has no image input"));
      page.button("Array").click();
      page.button("Weights").click();
      page.see("fovea-weights canvas");
      page.leaveServer();
    }
    assertThat(page.errors())
        .isNotEmpty()
        .allMatch(each -> each.contains("400")); // it can't be run
  }

  private static Path red(Path file) {
    var samples = new byte[40 * 30 * 3];
    for (int i = 0; i < samples.length; i += 3) {
      samples[i] = (byte) 250;
    }
    Picture.of(40, 30, 3, samples).write(file);
    return file;
  }
}
