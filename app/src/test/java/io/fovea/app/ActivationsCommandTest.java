package io.fovea.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.fovea.image.ArrayReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ActivationsCommandTest {
  @TempDir private Path folder;
  private Path model = Path.of("");
  private Path input = Path.of("");

  @BeforeEach
  void writeModelAndInput() throws IOException {
    model = TinyOnnx.bright(folder);
    input = Files.writeString(folder.resolve("in.csv"), "1,2\n3,4\n");
  }

  @Test
  void withoutAFileSizesAndRangesAreShown() { // the layer gives x and −x
    assertThat(CommandRun.alone("activations", model, input, "both", "mean"))
        .isEqualTo(
            new CommandRun(
                0,
                "both: 2 × 2 × 2, values -4.0 to 4.0\nmean: 1 × 1 × 2, values -2.5 to 2.5\n",
                ""));
  }

  @Test
  void oneLayerGoesIntoAnArrayFile() {
    Path file = folder.resolve("both.npy");

    CommandRun run = CommandRun.alone("activations", model, input, "both", "-o", file);

    assertThat(run).isEqualTo(new CommandRun(0, "", ""));
    assertThat(ArrayReader.read(file).dimensions()).isEqualTo(List.of(1, 2, 2, 2));
    assertThat(ArrayReader.read(file).toArray()).containsExactly(1, 2, 3, 4, -1, -2, -3, -4);
  }

  @Test
  void severalLayersGoIntoOneFile() {
    Path file = folder.resolve("some.npz");

    CommandRun.alone("activations", model, input, "both", "mean", "-o", file);

    assertThat(ArrayReader.read(file, "mean").toArray()).containsExactly(2.5f, -2.5f);
  }

  @Test
  void severalLayersGoIntoAFolder() {
    Path target = folder.resolve("some");

    CommandRun.alone("activations", model, input, "both", "mean", "-o", target);

    assertThat(ArrayReader.read(target.resolve("mean.npy")).toArray()).containsExactly(2.5f, -2.5f);
    assertThat(target.resolve("both.npy")).exists();
  }

  @Test
  void anUnknownLayerIsToldInOneLineAndNothingIsWritten() {
    Path file = folder.resolve("out.npy");

    CommandRun run = CommandRun.alone("activations", model, input, "boht", "-o", file);

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err()).startsWith("fovea: bright has no layer boht; did you mean both");
    assertThat(file).doesNotExist();
  }

  @Test
  void aFolderThatIsntThereIsToldInOneLine() {
    Path file = folder.resolve("nowhere").resolve("out.npy");

    CommandRun run = CommandRun.alone("activations", model, input, "both", "-o", file);

    assertThat(run)
        .isEqualTo(
            new CommandRun(
                1,
                "",
                "fovea: %s: the folder %s doesn't exist; make it first, or choose another place\n"
                    .formatted(file, file.getParent())));
  }
}
