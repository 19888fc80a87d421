package io.fovea.image;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;

/**
 * A file, or a folder of files, that must not outlive the writing of it: it is deleted on close,
 * and where the process is told to stop before that.
 */
final class Leftover implements AutoCloseable {
  private final Path path;
  private final Thread atShutdown;

  Leftover(Path path) {
    this.path = path;
    this.atShutdown = new Thread(this::deleteQuietly, "fovea-leftover");
    try {
      Runtime.getRuntime().addShutdownHook(atShutdown);
    } catch (IllegalStateException e) {
      throw new ImageException(path + ": the program is stopping, nothing is written any more", e);
    }
  }

  /** Deletes what is left; nothing where all of it was moved away. */
  void remove() throws IOException {
    if (Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
      try (DirectoryStream<Path> files = Files.newDirectoryStream(path)) {
        for (var file : files) {
          Files.deleteIfExists(file);
        }
      }
    }
    Files.deleteIfExists(path);
  }

  @Override
  public void close() {
    deleteQuietly();
    try {
      Runtime.getRuntime().removeShutdownHook(atShutdown);
    } catch (IllegalStateException e) {
      // The process is stopping: the hook runs, and finds nothing any more.
    }
  }

  /** Deletes as well as it goes: whoever comes here already has an error to tell. */
  private void deleteQuietly() {
    try {
      remove();
    } catch (IOException e) {
      path.toFile().deleteOnExit();
    }
  }
}
