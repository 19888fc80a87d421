package io.fovea.app;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;

/**
 * What a browser is given to open: a file that only its owner can read, and that leads on to the
 * page's address. The address itself, with its token, would stand among the arguments of the
 * browser's process, where every user of the machine can read it.
 *
 * <p>Where files have no such permissions (Windows), others don't see those arguments either, and
 * the address is given as it is.
 */
final class Doorway implements AutoCloseable {
  private static final Path SNAPS = Path.of("/snap/bin");
  private static final String PAGE =
      """
      <!doctype html>
      <meta charset="utf-8">
      <meta name="referrer" content="no-referrer">
      <meta http-equiv="refresh" content="0; url=%1$s">
      <title>Fovea</title>
      <p><a href="%1$s">Fovea</a></p>
      """;

  private final String location;
  private final Optional<Path> file;

  private Doorway(String location, Optional<Path> file) {
    this.location = location;
    this.file = file;
  }

  /**
   * To an address, from a folder that the browser of this machine can read: one that is a snap sees
   * a person's own folder, but not the temporary files of others.
   */
  static Doorway to(String address) {
    String folder = System.getProperty(Files.isDirectory(SNAPS) ? "user.home" : "java.io.tmpdir");
    return to(address, Path.of(folder));
  }

  /** To an address, from a folder. */
  static Doorway to(String address, Path folder) {
    if (!FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
      return new Doorway(address, Optional.empty());
    }
    try {
      var ownerOnly = PosixFilePermissions.fromString("rw-------");
      Path file =
          Files.createTempFile(
              folder, "fovea-", ".html", PosixFilePermissions.asFileAttribute(ownerOnly));
      Files.writeString(file, PAGE.formatted(address));
      return new Doorway(file.toAbsolutePath().toString(), Optional.of(file));
    } catch (IOException e) {
      return new Doorway("", Optional.empty()); // the printed address has to do
    }
  }

  /** What to open; empty where no file could be written. */
  Optional<String> location() {
    return Optional.of(location).filter(text -> !text.isEmpty());
  }

  /** Deletes the file. */
  @Override
  public void close() {
    try {
      if (file.isPresent()) {
        Files.deleteIfExists(file.get());
      }
    } catch (IOException e) {
      file.get().toFile().deleteOnExit(); // it leads to a server that ends
    }
  }
}
