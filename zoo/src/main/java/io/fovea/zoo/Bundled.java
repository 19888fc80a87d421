package io.fovea.zoo;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The models that come with Fovea, and the known ones that they stand in for. */
final class Bundled {
  private static final String FOLDER = "io/fovea/zoo/bundled/";
  private static final String SQUEEZENET = "squeezenet-caltech101";
  private static final List<String> NAMES = List.of(SQUEEZENET);

  /** From the name that people ask for to the model that is used where theirs isn't found. */
  private static final Map<String, String> STAND_INS = Map.of("squeezenet", SQUEEZENET);

  private final Optional<ClassLoader> loader;

  private Bundled(Optional<ClassLoader> loader) {
    this.loader = loader;
  }

  /** Those in Fovea's own jar. */
  static Bundled own() {
    return of(Bundled.class.getClassLoader());
  }

  /** Those that this loader finds. */
  static Bundled of(ClassLoader loader) {
    return new Bundled(Optional.of(loader));
  }

  /** None at all. */
  static Bundled none() {
    return new Bundled(Optional.empty());
  }

  /** Those that are there. */
  List<ModelEntry> list() {
    return NAMES.stream().filter(this::has).map(ModelEntry::bundled).toList();
  }

  /** The model of this name, or the one that stands in for it. */
  Optional<ModelEntry> find(String name) {
    if (has(name)) {
      return Optional.of(ModelEntry.bundled(name));
    }
    return Optional.ofNullable(STAND_INS.get(name))
        .filter(this::has)
        .map(other -> ModelEntry.bundled(other).withNotice(notice(name, other)));
  }

  private static String notice(String name, String other) {
    return ("%s: not found in the folders of %s or in ~/.cache/fovea, so the bundled %s is used,"
            + " which knows other classes")
        .formatted(name, Models.VARIABLE, other);
  }

  private boolean has(String name) {
    return NAMES.contains(name)
        && loader.map(from -> from.getResource(resource(name)) != null).orElse(false);
  }

  /** The model file of a bundled model. */
  byte[] content(String name) {
    try (InputStream in = loader.orElseThrow().getResourceAsStream(resource(name))) {
      if (in == null) {
        throw new ZooException(name + ": isn't bundled with this Fovea; build it again");
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new ZooException(
          "%s: can't be read from Fovea's jar: %s".formatted(name, e.getMessage()), e);
    }
  }

  private static String resource(String name) {
    return FOLDER + name + "/model.onnx";
  }
}
