package io.fovea.image;

import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Finds the folder of real data that lies beside the project; where it isn't, tests are skipped.
 */
final class Shared {
  private Shared() {}

  static Path file(String name) {
    Path found = folder().map(folder -> folder.resolve(name)).orElse(Path.of(name));
    assumeThat(found).as("skipped: the real data in shared/" + name + " isn't here").exists();
    return found;
  }

  private static Optional<Path> folder() {
    String named = System.getenv("FOVEA_SHARED");
    if (named != null) {
      return Optional.of(Path.of(named));
    }
    for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
      Path folder = at.resolve("shared");
      if (Files.isDirectory(folder.resolve("data"))) {
        return Optional.of(folder);
      }
    }
    return Optional.empty();
  }
}
