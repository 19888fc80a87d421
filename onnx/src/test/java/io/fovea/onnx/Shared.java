package io.fovea.onnx;

import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Files;
import java.nio.file.Path;

/** The folder of public files that tests read where it is there. */
public final class Shared {
  private Shared() {}

  /** A file or folder in it; a test that needs it is skipped, by this name, where it is absent. */
  public static Path file(String path) {
    Path file = root().resolve(path);
    assumeThat(file).as("%s, which this test reads", file).exists();
    return file;
  }

  private static Path root() {
    String given = System.getenv("FOVEA_SHARED");
    if (given != null) {
      return Path.of(given);
    }
    Path folder = Path.of("").toAbsolutePath();
    while (folder.getParent() != null) {
      Path shared = folder.resolve("shared");
      if (Files.isRegularFile(shared.resolve("DATA.md"))) {
        return shared;
      }
      folder = folder.getParent();
    }
    return Path.of("..", "..", "shared");
  }
}
