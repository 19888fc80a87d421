package io.fovea.app.server;

import io.fovea.learn.ImageDatastore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a person sees of a folder before a training: the pictures and the folders in it.
 *
 * @param path of the folder
 * @param pictures how many pictures lie in it, not counting those in its folders
 * @param folders the folders in it, by name
 * @param more whether it holds more than was looked at
 */
record TrainingFolder(Path path, int pictures, List<TrainingFolder> folders, boolean more) {
  /** Files and folders of one folder that are looked at. */
  private static final int MOST = 20_000;

  /** Folders that are listed. */
  private static final int MOST_FOLDERS = 500;

  /**
   * Looks into a folder and into the folders in it, no further.
   *
   * @param folder one that {@link Folders#resolve} gave
   * @param allowed links that lead out of these are left out
   * @throws RequestException if it can't be read
   */
  static TrainingFolder read(Path folder, Folders allowed) {
    Content content = Content.of(folder);
    var children = new ArrayList<TrainingFolder>();
    for (Path each : content.folders()) {
      if (children.size() < MOST_FOLDERS && allowed.hold(each)) {
        children.add(child(each));
      }
    }
    boolean more = content.more() || content.folders().size() > MOST_FOLDERS;
    return new TrainingFolder(folder, content.pictures(), children, more);
  }

  /** One that may not be read shows as empty. */
  private static TrainingFolder child(Path folder) {
    try {
      Content content = Content.of(folder);
      var names = content.folders().stream().map(TrainingFolder::empty).toList();
      return new TrainingFolder(folder, content.pictures(), names, content.more());
    } catch (RequestException e) {
      return empty(folder);
    }
  }

  private static TrainingFolder empty(Path folder) {
    return new TrainingFolder(folder, 0, List.of(), false);
  }

  /** Whether its folders are classes: two or more of them hold pictures. */
  boolean isLabelled() {
    return folders.stream().filter(each -> each.pictures > 0).count() >= 2;
  }

  /** As the page reads it. */
  Map<String, Object> toJson(Folders allowed) {
    Map<String, Object> json = summary();
    Optional.ofNullable(path.getParent())
        .filter(allowed::hold)
        .ifPresent(parent -> json.put("parent", parent.toString()));
    json.put("labelled", isLabelled());
    json.put("folders", folders.stream().map(TrainingFolder::summary).toList());
    return json;
  }

  private Map<String, Object> summary() {
    var json = new LinkedHashMap<String, Object>();
    json.put("name", name(path));
    json.put("path", path.toString());
    json.put("pictures", pictures);
    json.put("more", more);
    json.put("holdsFolders", !folders.isEmpty());
    return json;
  }

  /** The last part of a path; of a drive, the whole. */
  static String name(Path path) {
    return Optional.ofNullable(path.getFileName()).orElse(path).toString();
  }

  private record Content(int pictures, List<Path> folders, boolean more) {
    static Content of(Path folder) {
      try (Stream<Path> children = Files.list(folder)) {
        List<Path> seen =
            children.filter(each -> !name(each).startsWith(".")).limit(MOST + 1L).sorted().toList();
        long pictures = seen.stream().filter(Content::isPicture).count();
        var folders = seen.stream().filter(Files::isDirectory).toList();
        return new Content((int) pictures, folders, seen.size() > MOST);
      } catch (IOException | UncheckedIOException e) {
        throw RequestException.wrong(
            folder + ": the folder can't be read; change its permissions, or choose another");
      }
    }

    /** By its name: a file that ends so is hardly ever a folder. */
    private static boolean isPicture(Path file) {
      return ImageDatastore.reads(file) && !Files.isDirectory(file);
    }
  }
}
