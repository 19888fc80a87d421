package io.fovea.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A white picture scores σ(2) and is bright; of a black one both scores are 1/2: bright too. */
class EvaluateCommandTest {
  @TempDir private Path folder;
  private Path model = Path.of("");
  private Path pictures = Path.of("");

  @BeforeEach
  void write() throws IOException {
    model = TinyOnnx.bright(folder);
    pictures = Files.createDirectory(folder.resolve("pictures"));
    TinyPictures.write(pictures, "bright", 255);
    TinyPictures.write(pictures, "dark", 0);
  }

  @Test
  void aChartThatCannotBeWrittenIsRefusedBeforehand() {
    CommandRun run =
        CommandRun.alone("evaluate", "any", folder, "--confusion", folder.resolve("no/c.png"));

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err()).contains("c.png: its folder isn't there");
  }

  @Test
  void aTableHasALineAClass() {
    assertThat(CommandRun.alone("evaluate", model, pictures))
        .isEqualTo(
            new CommandRun(
                0,
                """
                2 pictures, 2 classes
                top-1 50.0 %
                top-5 100.0 %

                class   pictures  precision   recall
                bright         1     50.0 %  100.0 %
                dark           1          -    0.0 %
                """,
                ""));
  }

  @Test
  void jsonGivesFractionsAndNullWhereThereIsNone() {
    assertThat(CommandRun.alone("evaluate", model, pictures, "--format", "json").out())
        .isEqualTo(
            "{\"count\":2,\"top1\":0.5,\"top5\":1.0,\"classes\":["
                + "{\"name\":\"bright\",\"count\":1,\"precision\":0.5,\"recall\":1.0},"
                + "{\"name\":\"dark\",\"count\":1,\"precision\":null,\"recall\":0.0}]}\n");
  }

  @Test
  void confusionAndWrongPicturesAreDrawn() {
    Path confusion = folder.resolve("confusion.svg");
    Path wrong = folder.resolve("wrong.png");

    CommandRun run =
        CommandRun.alone("evaluate", model, pictures, "--confusion", confusion, "--wrong", wrong);

    assertThat(run.err()).isEmpty();
    assertThat(confusion).content().contains("<svg").contains("dark");
    assertThat(wrong).isNotEmptyFile();
  }

  @Test
  void aLabelThatTheNetworkDoesNotKnowIsNamed() throws IOException {
    TinyPictures.write(pictures, "gray", 128);

    CommandRun run = CommandRun.alone("evaluate", model, pictures);

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err()).contains("its label \"gray\" isn't one of the 2 classes");
  }
}
