package io.fovea.testing;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;

/**
 * The folder of real data beside the project, {@code ../shared} seen from its root, or where the
 * environment variable {@code FOVEA_SHARED} says. No test needs it: one that uses it is skipped
 * where it is absent, and says what it skipped.
 */
public final class SharedData {
  private static final String VARIABLE = "FOVEA_SHARED";
  private static final String MARK = "DATA.md";

  private SharedData() {}

  /**
   * A file or folder of the shared data; where it is absent the calling test is skipped.
   *
   * @param relative such as {@code models/squeezenet/model.onnx}
   */
  public static Path require(String relative) {
    Optional<Path> found = find(relative);
    Assumptions.assumeTrue(found.isPresent(), () -> skipped(relative));
    return found.orElseThrow();
  }

  /** A file or folder of the shared data, where it is there. */
  public static Optional<Path> find(String relative) {
    return folder(Optional.ofNullable(System.getenv(VARIABLE)), Path.of(""))
        .map(folder -> folder.resolve(relative))
        .filter(Files::exists);
  }

  /** The folder that the variable names, else the nearest one called shared on the way up. */
  static Optional<Path> folder(Optional<String> variable, Path start) {
    if (variable.isPresent()) {
      return variable.map(Path::of).filter(Files::isDirectory);
    }
    for (Path at = start.toAbsolutePath(); at != null; at = at.getParent()) {
      Path folder = at.resolve("shared");
      if (Files.exists(folder.resolve(MARK))) {
        return Optional.of(folder);
      }
    }
    return Optional.empty();
  }

  static String skipped(String relative) {
    return "skipped: shared/"
        + relative
        + " isn't there; put the folder of real data beside the project, or set "
        + VARIABLE
        + " to it";
  }
}
