package io.fovea.zoo;

import java.nio.file.Path;
import java.util.Optional;

/**
 * A model that can be opened by its name.
 *
 * @param name its name
 * @param file the model file; empty for a model that is bundled with Fovea
 * @param notice a sentence for whoever asked for it by another name, where it stands in for a model
 *     that isn't there
 */
public record ModelEntry(String name, Optional<Path> file, Optional<String> notice) {
  /** A model in a file. */
  public static ModelEntry of(String name, Path file) {
    return new ModelEntry(name, Optional.of(file), Optional.empty());
  }

  /** A model that is bundled with Fovea. */
  static ModelEntry bundled(String name) {
    return new ModelEntry(name, Optional.empty(), Optional.empty());
  }

  /** The same, standing in for another. */
  ModelEntry withNotice(String newNotice) {
    return new ModelEntry(name, file, Optional.of(newNotice));
  }

  /** Where it lies, for people: a path, or that it is bundled. */
  public String place() {
    return file.map(Path::toString).orElse("bundled with Fovea");
  }
}
