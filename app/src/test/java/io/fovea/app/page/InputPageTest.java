package io.fovea.app.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.fovea.app.TinyOnnx;
import io.fovea.app.server.PageServer;
import io.fovea.image.NpyWriter;
import io.fovea.image.NumericArray;
import io.fovea.image.Picture;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;
import org.openqa.selenium.support.ui.Select;

/** The left pane in a browser: files, arrays, the camera; and what isn't as it should be. */
@Timeout(120)
@ExtendWith(InBrowser.class)
class InputPageTest {
  /** The picture in the left pane, by its last pixels; a whole one is long. */
  private static final String PICTURE =
      "return document.querySelector('fovea-picture canvas').toDataURL().slice(-400)";

  /** Whether nothing is drawn there. */
  private static final String IS_BLANK =
      """
      const canvas = document.querySelector('fovea-picture canvas');
      const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
      return data.every((each) => each === 0);
      """;

  @TempDir private Path folder;

  @AfterEach
  void letThrough(Page page) {
    page.cutOff(false);
  }

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
    page.text(".about", text -> text.endsWith("the same for each of the 3 channels"));
    page.untilPainted();
  }

  @Test
  void ofAnArrayOfPlanesItsRowsAndColumnsAndTheDrawnPlaneAreSaid(Page page) {
    page.open("?layer=conv1");
    page.button("Array").click();

    page.give(planes("planes.npy", 230, 240, false));

    String about =
        page.text(".about", text -> text.contains("3 planes of 230 × 240") && isDrawn(text));
    assertThat(about)
        .contains("drawn: plane 1 of 3\n0.00\n1.00\n") // its own scale
        .endsWith("each plane feeds one channel");

    page.give(planes("last.npy", 230, 240, true));

    about = page.text(".about", text -> text.contains("last.npy") && isDrawn(text));
    assertThat(about).contains("3 planes of 230 × 240 numbers\ndrawn: plane 1 of 3\n0.00\n1.00\n");
  }

  private static boolean isDrawn(String about) {
    return about.contains("drawn:");
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

    page.text(
        ".input-fault span",
        text ->
            text.equals(
                "There is nothing to show: the picture of this link isn't here any more; give it"
                    + " again, or choose a sample."));
    page.quiet();
    assertThat(page.all("[role=alert]")).hasSize(1);
    page.text(".no-scores", text -> text.equals("None: there is no input."));
    assertThat(page.run(IS_BLANK)).isEqualTo(true);
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
  void whileTheServerIsLostWhatWasShownStays(Page page) {
    page.open("?layer=conv1&input=sample:face");
    page.quiet();
    Object face = page.run(PICTURE);

    page.cutOff(true);
    page.button("Samples").click();
    page.button("Shapes").click();

    page.text(".message", text -> text.startsWith("The server doesn’t answer."));
    page.see(".score meter");
    page.see("fovea-montage canvas");
    assertThat(page.all(".empty, .input-fault")).isEmpty();
    page.cutOff(false);
    page.button("Try again").click();

    page.until("nothing is wrong any more", "!document.querySelector('.message')");
    page.quiet();
    page.until("the picture is another", "(() => {%s})() !== '%s'".formatted(PICTURE, face));
    page.errors(); // of the time without a server
  }

  @Test
  void whileTheServerIsLostNoChannelStandsUnderAnothersName(Page page) {
    page.open("?layer=conv1&channel=12");
    page.quiet();

    page.cutOff(true);
    page.press(Keys.ARROW_DOWN, Keys.ARROW_DOWN);

    page.text(".message", text -> text.startsWith("The server doesn’t answer."));
    page.text(".layer-head h1", text -> text.startsWith("pool1"));
    page.see("fovea-channel.skeleton");
    assertThat(page.all(".channel > p, .arithmetic")) // its mean, its sum
        .allMatch(each -> each.getText().isBlank());
    page.cutOff(false);
    page.button("Try again").click();

    page.see(".arithmetic");
    page.quiet();
    page.errors(); // of the time without a server
  }

  @Test
  void aServerThatWasStartedAgainHasAnotherAddress(Page page) {
    int port;
    try (PageServer first = Page.serve("squeezenet")) {
      port = URI.create(first.address()).getPort();
      page.visit(first, "?layer=conv1");
      page.untilPainted();
    }
    page.text(".message", text -> text.startsWith("The server doesn’t answer."));

    try (PageServer second = Page.serveAt(port, "squeezenet")) {
      page.text(".message", text -> text.startsWith("The server was started again"));

      page.visit(second, "?layer=conv1");
      page.untilPainted();
      page.leaveServer();
    }
    page.errors(); // of the time without a server
  }

  @Test
  void aBoxStaysWhereTheBrowserTakesThePointerAway(Page page) {
    page.open("?box=20,20,90,90");
    page.quiet();
    page.run(
        """
        const canvas = document.querySelector('fovea-picture canvas');
        canvas.setPointerCapture = () => {};
        const { left, top } = canvas.getBoundingClientRect();
        const tell = (kind, at) => canvas.dispatchEvent(new PointerEvent(kind,
            { isPrimary: true, button: 0, clientX: left + at, clientY: top + at }));
        tell('pointerdown', 30);
        tell('pointermove', 50);
        tell('pointercancel', 50);
        """);

    var frame = page.see("fovea-picture .over:last-child");
    assertThat(page.run("return arguments[0].getAttribute('x')", frame)).isEqualTo("20");
  }

  @Test
  void anInputThatDoesNotFitIsRefusedAndNothingStaysUnderItsName(Page page) throws IOException {
    Path file = Files.writeString(folder.resolve("few.csv"), "1,2\n3,4\n");
    page.open("?layer=conv1");

    page.button("Array").click();
    page.give(file);

    page.text(".empty", text -> text.startsWith("The network can’t be run on this input"));
    page.text(".no-scores", text -> text.startsWith("None: the network can’t take this input"));
    assertThat(page.errors()).isNotEmpty().allMatch(each -> each.contains("400"));
  }

  @Test
  void anotherNetworkHasItsOwnSizesWhateverInputTheOneBeforeTook(Page page) throws IOException {
    Path bright = TinyOnnx.bright(folder); // for 2 × 2, and takes any
    Path file = Files.writeString(folder.resolve("three.csv"), "1,2,3\n4,5,6\n7,8,9\n");
    try (PageServer server = Page.serve(bright.toString())) {
      page.visit(server, "");
      page.button("Array").click();
      page.give(file);
      page.text(".card-size", text -> text.equals("3 × 3 × 1"));

      new Select(page.see(".head select")).selectByValue("squeezenet-caltech101");

      page.text(".input-fault", text -> text.contains("doesn't work on 3 × 3"));
      page.text(".card-size", text -> text.equals("227 × 227 × 3"));
      assertThat(page.errors()).isNotEmpty().allMatch(each -> each.contains("400"));
      page.leaveServer();
    }
  }

  @Test
  void whyAnInputCanNotBeRunIsSaidOnceAndBesideIt(Page page) {
    var values = new float[3 * 227 * 227];
    values[3 * 227 + 5] = Float.NaN;
    page.open("?layer=conv1");
    page.button("Array").click();

    page.give(array("hole.npy", List.of(3, 227, 227), values));

    page.text(
        ".input-fault span",
        text ->
            text.equals(
                "The network can’t be run on this input: the array: the number at channel 1, row 4,"
                    + " column 6 (index 0, 3, 5) is NaN; put a finite number there."));
    page.quiet();
    assertThat(page.all("[role=alert]")).hasSize(1);
    assertThat(page.see(".about").getText()).isEqualTo("hole.npy\n3 × 227 × 227 numbers");
    assertThat(page.run(IS_BLANK)).isEqualTo(true);

    page.give(planes("planes.npy", 227, 227, false));

    page.text(".about", text -> text.contains("planes.npy"));
    page.untilPainted();
    page.quiet();
    assertThat(page.all("[role=alert]")).isEmpty();
    assertThat(page.run(IS_BLANK)).isEqualTo(false);
    assertThat(page.errors()).isNotEmpty().allMatch(each -> each.contains("400"));
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

  /**
   * Three planes, from 0 to 1, from 1 to 2 and from 2 to 3; as MATLAB has them channels are last.
   */
  private Path planes(String name, int height, int width, boolean channelsLast) {
    var values = new float[3 * height * width];
    for (int i = 0; i < values.length; i++) {
      int plane = channelsLast ? i % 3 : i / (height * width);
      int pixel = channelsLast ? i / 3 : i % (height * width);
      values[i] = plane + pixel % 2;
    }
    return array(
        name, channelsLast ? List.of(height, width, 3) : List.of(3, height, width), values);
  }

  private Path array(String name, List<Integer> size, float... values) {
    Path file = folder.resolve(name);
    NpyWriter.write(file, NumericArray.of(size, values));
    return file;
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
