package io.fovea.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatastoreCommandTest {
  @TempDir private Path folder;

  @Test
  void eachClassIsCounted() throws IOException {
    TinyPictures.write(folder, "bright", 255, 200);
    TinyPictures.write(folder, "dark", 0);

    assertThat(CommandRun.alone("datastore", folder))
        .isEqualTo(
            new CommandRun(
                0,
                """
                class    pictures
                bright          2
                dark            1
                all             3
                """,
                ""));
  }

  @Test
  void aBrokenPictureIsNamed() throws IOException {
    TinyPictures.write(folder, "bright", 255);
    Path broken = Files.writeString(folder.resolve("bright").resolve("broken.png"), "no picture");

    CommandRun run = CommandRun.alone("datastore", folder);

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err()).startsWith("fovea: " + broken + ": ").hasLineCount(1);
  }

  @Test
  void aPreviewIsDrawn() throws IOException {
    TinyPictures.write(folder, "bright", 255);
    Path preview = folder.resolve("preview.png");

    CommandRun run =
        CommandRun.alone("datastore", folder, "--preview", preview, "--augment", "flip");

    assertThat(run.exitCode()).isZero();
    assertThat(preview).isNotEmptyFile();
  }
}
