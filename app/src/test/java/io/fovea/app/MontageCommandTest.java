package io.fovea.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.fovea.image.Picture;
import io.fovea.image.PictureReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MontageCommandTest {
  @TempDir private Path folder;
  private Path model = Path.of("");
  private Path input = Path.of("");
  private Path png = Path.of("");

  @BeforeEach
  void writeModelAndInput() throws IOException {
    model = TinyOnnx.bright(folder);
    input = Files.writeString(folder.resolve("in.csv"), "0,1\n2,4\n");
    png = folder.resolve("both.png");
  }

  @Test
  void channelsLieSideBySideScaledAsOneLayer() { // −4 to 4 become 0 to 255
    CommandRun run = CommandRun.alone("montage", model, input, "both", "-o", png);

    Picture picture = PictureReader.read(png);
    assertThat(run)
        .isEqualTo(
            new CommandRun(
                0,
                "both: 2 × 2 × 2, values -4.0 to 4.0, shown from -4.0 to 4.0, in " + png + "\n",
                ""));
    assertThat(picture.height()).isEqualTo(2);
    assertThat(picture.width()).isEqualTo(4);
    assertThat(picture.sample(1, 1, 0)).isEqualTo(255);
    assertThat(picture.sample(1, 3, 0)).isZero();
  }

  @Test
  void gridBorderAndColoursAreTakenAsAsked() {
    CommandRun.alone(
        "montage",
        model,
        input,
        "both",
        "-o",
        png,
        "--grid",
        "2x1",
        "--border",
        1,
        "--colormap",
        "diverging",
        "--scale",
        "symmetric");

    Picture picture = PictureReader.read(png);
    assertThat(picture.height()).isEqualTo(2 * (2 + 2));
    assertThat(picture.width()).isEqualTo(2 + 2);
    assertThat(picture.channels()).isEqualTo(3);
  }

  @Test
  void aGridThatIsTooSmallSaysWhatItLeavesOut() {
    CommandRun run = CommandRun.alone("montage", model, input, "both", "-o", png, "--grid", "1x1");

    assertThat(run.out()).contains(", the first 1 of 2 channels, shown from ");
  }

  @Test
  void eachChannelMayHaveAScaleOfItsOwn() {
    CommandRun run =
        CommandRun.alone("montage", model, input, "both", "-o", png, "--scale", "channel");

    assertThat(run.out()).contains(", each channel on its own scale, ");
    assertThat(PictureReader.read(png).sample(0, 2, 0)).isEqualTo(255);
  }

  @Test
  void anUnknownScaleOrColourMapIsWrongUse() {
    for (String[] option : new String[][] {{"--scale", "log"}, {"--colormap", "jet"}}) {
      CommandRun run =
          CommandRun.alone("montage", model, input, "both", "-o", png, option[0], option[1]);

      assertThat(run.exitCode()).isEqualTo(2);
      assertThat(run.err())
          .startsWith("fovea montage: Invalid value for option '" + option[0] + "': ")
          .contains(option[1])
          .hasLineCount(1);
    }
  }
}
