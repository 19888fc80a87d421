package io.fovea.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opentest4j.TestAbortedException;

class SharedDataTest {
  @TempDir Path root;

  @Test
  void theFolderIsFoundOnTheWayUp() throws IOException {
    Path shared = Files.createDirectories(root.resolve("shared"));
    Files.createFile(shared.resolve("DATA.md"));
    Path module = Files.createDirectories(root.resolve("fovea/network"));

    assertThat(SharedData.folder(Optional.empty(), module)).contains(shared);
  }

  @Test
  void theVariableGoesBeforeIt() {
    assertThat(SharedData.folder(Optional.of(root.toString()), root)).contains(root);
    assertThat(SharedData.folder(Optional.of(root + "/absent"), root)).isEmpty();
  }

  @Test
  void aTestWithoutItsDataIsSkippedAndSaysWhat() {
    assertThatThrownBy(() -> SharedData.require("no/such.file"))
        .isInstanceOf(TestAbortedException.class)
        .hasMessageContaining(
            "skipped: shared/no/such.file isn't there; put the folder of real data beside the"
                + " project, or set FOVEA_SHARED to it");
  }
}
