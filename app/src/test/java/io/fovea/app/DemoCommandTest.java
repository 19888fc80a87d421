package io.fovea.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoCommandTest {
  @TempDir private Path folder;

  @Test
  void itWritesMontagesAndTellsTheScores() throws Exception {
    CommandRun run = CommandRun.withSharedModels("demo", folder);

    assertThat(run.exitCode()).isZero();
    assertThat(run.out()).contains("the 68 layers of squeezenet").contains("takes the face for:");
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder(
              "layers.txt",
              "face.png",
              "conv1-raw.png",
              "conv1.png",
              "relu-conv1.png",
              "pool1.png");
    }
  }
}
