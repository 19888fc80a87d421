package io.fovea.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SamplesCommandTest {
  @TempDir private Path folder;

  @Test
  void samplesAreWrittenIntoANewFolder() {
    Path target = folder.resolve("new");

    CommandRun run = CommandRun.alone("samples", target);

    assertThat(run.exitCode()).isZero();
    assertThat(run.out()).startsWith(target.resolve("face.png") + ": a portrait, 512 × 512 × 3\n");
    assertThat(target)
        .isDirectoryContaining("glob:**face.png")
        .isDirectoryContaining("glob:**shapes.png")
        .isDirectoryContaining("glob:**measurement.npy");
  }
}
