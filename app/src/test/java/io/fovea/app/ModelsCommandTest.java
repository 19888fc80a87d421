package io.fovea.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelsCommandTest {
  @TempDir private Path folder;

  @Test
  void modelsAreListedByName() throws IOException {
    Path file = TinyOnnx.bright(folder);

    assertThat(run("models").out())
        .isEqualTo(
            "bright                 %s\nsqueezenet-caltech101  bundled with Fovea\n"
                .formatted(file));
    assertThat(run("models", "list")).isEqualTo(run("models"));
  }

  @Test
  void aModelsPathIsTold() throws IOException {
    Path file = TinyOnnx.bright(folder);

    assertThat(run("models", "path", "bright")).isEqualTo(new CommandRun(0, file + "\n", ""));
  }

  @Test
  void aNameServesWhereAPathDoes() throws IOException {
    TinyOnnx.bright(folder);

    assertThat(run("analyze", "bright").out()).contains("5 layers");
  }

  private CommandRun run(Object... arguments) {
    return CommandRun.run(Map.of("FOVEA_MODELS", folder.toString()), arguments);
  }
}
