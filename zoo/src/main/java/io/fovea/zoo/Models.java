package io.fovea.zoo;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Where models are found: by a path, or by a name in folders that hold {@code NAME/model.onnx}.
 *
 * <p>Any number of threads may use one at once. Nothing is downloaded.
 */
public final class Models {
  /** The environment variable that names folders of models. */
  public static final String VARIABLE = "FOVEA_MODELS";

  private static final String MODEL_FILE = "model.onnx";

  private final List<Path> folders;
  private final Bundled bundled;

  private Models(List<Path> folders, Bundled bundled) {
    this.folders = List.copyOf(folders);
    this.bundled = bundled;
  }

  /** Models in these folders, the first that has a name counts. */
  public static Models of(Path... folders) {
    return new Models(List.of(folders), Bundled.none());
  }

  /**
   * Models in the folders of {@code FOVEA_MODELS}, then in {@code ~/.cache/fovea}, then those that
   * are bundled with Fovea.
   */
  public static Models ofEnvironment() {
    return ofEnvironment(System.getenv());
  }

  /** As {@link #ofEnvironment()}, with these variables. */
  public static Models ofEnvironment(Map<String, String> environment) {
    var folders = new ArrayList<Path>();
    for (String folder : environment.getOrDefault(VARIABLE, "").split(File.pathSeparator)) {
      if (!folder.isBlank()) {
        folders.add(folder(folder));
      }
    }
    folders.add(Path.of(System.getProperty("user.home", "."), ".cache", "fovea"));
    return new Models(folders, Bundled.own());
  }

  /** The same with these for the bundled ones. */
  Models withBundled(Bundled other) {
    return new Models(folders, other);
  }

  /** All models that have a name, in the order of the names. */
  public List<ModelEntry> list() {
    var entries = new LinkedHashMap<String, ModelEntry>();
    for (Path folder : folders) {
      for (ModelEntry entry : in(folder)) {
        entries.putIfAbsent(entry.name(), entry);
      }
    }
    for (ModelEntry entry : bundled.list()) {
      entries.putIfAbsent(entry.name(), entry);
    }
    return entries.values().stream()
        .sorted((one, other) -> one.name().compareTo(other.name()))
        .toList();
  }

  /**
   * Where this model lies. Where there is no {@code squeezenet}, it is the bundled network of that
   * architecture, with a notice.
   *
   * @param nameOrPath a name; or the path of a model file, or of a folder that holds model.onnx
   * @throws ZooException if there is none, naming those there are
   */
  public ModelEntry find(String nameOrPath) {
    return atPath(nameOrPath)
        .or(() -> named(nameOrPath))
        .or(() -> bundled.find(nameOrPath))
        .orElseThrow(() -> unknown(nameOrPath));
  }

  /**
   * Opens a model.
   *
   * @param nameOrPath as for {@link #find}
   * @throws ZooException if there is none, or its card is broken
   */
  public Model open(String nameOrPath) {
    ModelEntry entry = find(nameOrPath);
    return entry
        .file()
        .map(file -> ModelFile.read(file, entry.name()))
        .orElseGet(() -> ModelFile.read(bundled.content(entry.name()), entry.name()))
        .withNotice(entry.notice());
  }

  /** Looks only where it would be: a folder that can't be listed hides no other's models. */
  private Optional<ModelEntry> named(String name) {
    if (!isPlain(name)) {
      return Optional.empty();
    }
    return folders.stream()
        .map(folder -> folder.resolve(name).resolve(MODEL_FILE))
        .filter(Files::isRegularFile)
        .findFirst()
        .map(file -> ModelEntry.of(name, file));
  }

  /** A name of one folder, no way to another. */
  private static boolean isPlain(String name) {
    try {
      Path path = Path.of(name);
      return path.equals(path.getFileName())
          && !name.isEmpty()
          && !name.equals(".")
          && !name.equals("..");
    } catch (InvalidPathException e) {
      return false;
    }
  }

  private static Optional<ModelEntry> atPath(String nameOrPath) {
    try {
      Path path = Path.of(nameOrPath);
      Path inside = path.resolve(MODEL_FILE);
      if (Files.isDirectory(path) && Files.isRegularFile(inside)) {
        return Optional.of(ModelEntry.of(folderName(path), inside));
      }
      if (Files.exists(path) && !Files.isDirectory(path)) {
        return Optional.of(ModelEntry.of(fileName(path), path));
      }
      return Optional.empty();
    } catch (InvalidPathException e) {
      return Optional.empty(); // no path, but perhaps a name
    }
  }

  /** {@code model.onnx} is called after its folder, any other file after itself. */
  private static String fileName(Path path) {
    String name = path.getFileName().toString();
    if (name.equals(MODEL_FILE)) {
      Path folder = path.toAbsolutePath().normalize().getParent();
      if (folder != null && folder.getFileName() != null) {
        return folderName(folder);
      }
    }
    return name.endsWith(".onnx") ? name.substring(0, name.length() - ".onnx".length()) : name;
  }

  private static String folderName(Path folder) {
    Path name = folder.toAbsolutePath().normalize().getFileName();
    return name == null ? MODEL_FILE : name.toString();
  }

  private static List<ModelEntry> in(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> children = Files.list(folder)) {
      return children
          .filter(child -> Files.isRegularFile(child.resolve(MODEL_FILE)))
          .map(child -> ModelEntry.of(folderName(child), child.resolve(MODEL_FILE)))
          .toList();
    } catch (IOException | UncheckedIOException e) {
      throw new ZooException("%s: can't be listed: %s".formatted(folder, e.getMessage()), e);
    }
  }

  private ZooException unknown(String nameOrPath) {
    String known = list().stream().map(ModelEntry::name).collect(Collectors.joining(", "));
    return new ZooException(
        known.isEmpty()
            ? ("%s: there is neither a file nor a model of this name; give a model's path, or name"
                    + " its folder in %s")
                .formatted(nameOrPath, VARIABLE)
            : "%s: there is neither a file nor a model of this name; known models: %s"
                .formatted(nameOrPath, known));
  }

  private static Path folder(String text) {
    try {
      return Path.of(text.strip());
    } catch (InvalidPathException e) {
      throw new ZooException(
          "%s: names %s, which can't be a folder; mend the variable".formatted(VARIABLE, text), e);
    }
  }
}
