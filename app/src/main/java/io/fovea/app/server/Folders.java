package io.fovea.app.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The folders that the page may look into: those that were allowed when the server was started, and
 * what lies in them. Any number of threads may use one at once.
 */
final class Folders {
  private final List<Path> allowed;

  private Folders(List<Path> allowed) {
    this.allowed = List.copyOf(allowed);
  }

  /**
   * These folders, and no other.
   *
   * @throws RequestException if one isn't there, or is no folder
   */
  static Folders of(List<Path> folders) {
    return new Folders(folders.stream().map(Folders::real).distinct().toList());
  }

  private static Path real(Path folder) {
    try {
      Path real = folder.toRealPath();
      if (Files.isDirectory(real)) {
        return real;
      }
      throw RequestException.wrong(folder + ": this is no folder; name one that holds pictures");
    } catch (IOException e) {
      throw RequestException.wrong(
          folder + ": there is no such folder, or it may not be read; check its name");
    }
  }

  /** Those that were allowed, all links resolved. */
  List<Path> allowed() {
    return allowed;
  }

  /**
   * The folder that a client means.
   *
   * @param path as {@link #allowed} and what lies in it are called; or relative to one of them
   * @return with all links resolved
   * @throws RequestException if it isn't there or lies elsewhere: which of the two isn't told
   */
  Path resolve(String path) {
    return allowed.stream()
        .flatMap(root -> inside(root, path).stream())
        .filter(Files::isDirectory)
        .findFirst()
        .orElseThrow(
            () ->
                RequestException.wrong(
                    "%s: there is no such folder in those allowed at start; choose one of the list, or start again with --folder"
                        .formatted(path)));
  }

  /** Nothing elsewhere is even touched: a path is looked at before the disk is. */
  private Optional<Path> inside(Path root, String path) {
    try {
      Path named = root.resolve(path).normalize();
      return named.startsWith(root)
          ? Optional.of(named.toRealPath()).filter(this::isAllowed)
          : Optional.empty();
    } catch (InvalidPathException | IOException e) {
      return Optional.empty();
    }
  }

  /** Whether a file lies in one of the folders, wherever links lead. */
  boolean hold(Path file) {
    try {
      return isAllowed(file.toRealPath());
    } catch (IOException e) {
      return false;
    }
  }

  private boolean isAllowed(Path real) {
    return allowed.stream().anyMatch(real::startsWith);
  }
}
