package io.fovea.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** The files that a person means by naming files and folders. */
final class InputFiles {
  /** Endings of pictures and arrays; other files of a folder are left out. */
  private static final Set<String> ENDINGS =
      Set.of("jpg", "jpeg", "png", "gif", "bmp", "webp", "tif", "tiff", "npy", "npz", "csv", "mat");

  private InputFiles() {}

  /** Files as they are; of folders all pictures and arrays in and below them, by name. */
  static List<Path> of(List<Path> inputs) {
    var files = new ArrayList<Path>();
    for (Path input : inputs) {
      if (Files.isDirectory(input)) {
        files.addAll(in(input));
      } else {
        files.add(input);
      }
    }
    return files;
  }

  private static List<Path> in(Path folder) {
    List<Path> files;
    try (Stream<Path> all = Files.walk(folder)) {
      files = all.filter(InputFiles::isInput).sorted().toList();
    } catch (IOException e) {
      throw new CommandException(
          "%s: this folder can't be read: %s".formatted(folder, e.getMessage()), e);
    }
    if (files.isEmpty()) {
      throw new CommandException(
          "%s: there is no picture or array in this folder; name another".formatted(folder));
    }
    return files;
  }

  private static boolean isInput(Path file) {
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    String ending = name.substring(name.lastIndexOf('.') + 1);
    return !name.startsWith(".") && ENDINGS.contains(ending) && Files.isRegularFile(file);
  }
}
