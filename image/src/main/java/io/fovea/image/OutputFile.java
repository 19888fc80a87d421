package io.fovea.image;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/**
 * Writes files so that a reader finds the old file or the whole new one: the content goes into a
 * file beside the target and is moved into place when it is complete. Where writing fails, or the
 * process is told to stop, what was there before stays and nothing else is left behind.
 *
 * <p>No folder is made on the way to the target. Any number of threads may write at once; of two
 * that write the same target the later one wins.
 */
public final class OutputFile {
  /** What goes into a file. */
  @FunctionalInterface
  public interface Content {
    /**
     * Writes everything, in order; the stream is buffered and closed by the caller.
     *
     * @throws IOException if the stream does
     */
    void writeTo(OutputStream out) throws IOException;
  }

  private OutputFile() {}

  /**
   * Writes one file, replacing what was there. A device or pipe ({@code /dev/stdout}) is written
   * straight.
   *
   * @throws ImageException if the folder is missing or closed to us, the target is a folder, or the
   *     disk refuses; what {@code content} itself throws passes through
   */
  public static void write(Path target, Content content) {
    var place = throughLinks(target);
    requireFolder(target, place);
    if (Files.isDirectory(place)) {
      throw new ImageException(
          target + ": this is a folder; name a file in it, such as " + target.resolve("out"));
    }
    if (Files.exists(place) && !Files.isWritable(place)) {
      throw new ImageException(target + ": the file may not be written to; choose another name");
    }
    try {
      if (Files.exists(place) && !Files.isRegularFile(place)) {
        fill(place, content, StandardOpenOption.WRITE);
      } else {
        writeBeside(place, content);
      }
    } catch (IOException e) {
      throw failure(target, e);
    }
  }

  /**
   * Writes a folder of files. A folder that isn't there yet appears at once with all its files;
   * into one that is there the files are moved when all of them are complete, replacing those of
   * the same name and leaving others alone.
   *
   * @param files what goes into each, by file name (see {@link #fileName})
   * @throws ImageException if a name isn't a plain file name, the folder's own folder is missing or
   *     closed to us, the target is a file, or the disk refuses
   */
  public static void writeFolder(Path target, Map<String, Content> files) {
    files.keySet().forEach(name -> requirePlain(target, name));
    var place = throughLinks(target);
    requireFolder(target, place);
    if (Files.exists(place) && !Files.isDirectory(place)) {
      throw new ImageException(target + ": this is a file, not a folder; choose another name");
    }
    var beside = (Files.isDirectory(place) ? place : place.resolveSibling("")).resolve(partName());
    try (var leftover = new Leftover(beside)) {
      Files.createDirectory(beside);
      for (var file : files.entrySet()) {
        fill(beside.resolve(file.getKey()), file.getValue(), StandardOpenOption.CREATE_NEW);
      }
      if (Files.isDirectory(place)) {
        for (var name : files.keySet()) {
          moveIntoPlace(beside.resolve(name), place.resolve(name));
        }
      } else {
        moveIntoPlace(beside, place);
      }
      leftover.remove();
    } catch (IOException e) {
      throw failure(target, e);
    }
  }

  /**
   * A plain file name for any name of a layer: letters, digits and {@code - _ . , + = @ space}
   * stay, other characters become {@code %} and their UTF-8 bytes in hexadecimal ({@code a/b} →
   * {@code a%2Fb}), a dot at the beginning too. Different names give different file names.
   *
   * @param extension what follows, with its dot: {@code ".npy"}
   */
  public static String fileName(String name, String extension) {
    var text = new StringBuilder();
    for (byte unit : name.getBytes(StandardCharsets.UTF_8)) {
      char character = (char) (unit & 0xff);
      boolean plain =
          character >= 'a' && character <= 'z'
              || character >= 'A' && character <= 'Z'
              || character >= '0' && character <= '9'
              || "-_,+=@ ".indexOf(character) >= 0
              || character == '.' && text.length() > 0;
      text.append(plain ? character : "%%%02X".formatted((int) character));
    }
    return text + extension;
  }

  private static void writeBeside(Path place, Content content) throws IOException {
    var beside = place.resolveSibling(partName());
    try (var leftover = new Leftover(beside)) {
      fill(beside, content, StandardOpenOption.CREATE_NEW);
      moveIntoPlace(beside, place);
      leftover.remove();
    }
  }

  private static void fill(Path file, Content content, StandardOpenOption how) throws IOException {
    try (var out =
        new BufferedOutputStream(
            Files.newOutputStream(file, StandardOpenOption.WRITE, how), 1 << 16)) {
      content.writeTo(out);
    }
  }

  private static void moveIntoPlace(Path from, Path to) throws IOException {
    try {
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private static String partName() {
    return ".fovea-" + UUID.randomUUID().toString().substring(0, 13) + ".part";
  }

  private static Path throughLinks(Path target) {
    try {
      return Files.isSymbolicLink(target) && Files.exists(target)
          ? target.toRealPath()
          : target.toAbsolutePath();
    } catch (IOException e) {
      throw failure(target, e);
    }
  }

  private static void requireFolder(Path target, Path place) {
    var folder = place.getParent();
    if (folder == null || Files.isDirectory(folder)) {
      return;
    }
    var shown = target.getParent() == null ? folder : target.getParent();
    if (Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
      throw new ImageException(target + ": " + shown + " is not a folder; choose another place");
    }
    throw new ImageException(
        target
            + ": the folder "
            + shown
            + " doesn't exist; make it first, or choose another place");
  }

  private static void requirePlain(Path target, String name) {
    if (name.isEmpty()
        || name.equals(".")
        || name.equals("..")
        || name.chars().anyMatch(c -> c == '/' || c == '\\' || c < ' ')) {
      throw new ImageException(
          "%s: \"%s\" can't be the name of a file in it; use OutputFile.fileName for names of layers"
              .formatted(target, name));
    }
  }

  private static ImageException failure(Path target, IOException cause) {
    if (cause instanceof AccessDeniedException) {
      return new ImageException(
          target + ": the folder may not be written to; choose another place", cause);
    }
    var reason =
        cause instanceof FileSystemException system && system.getReason() != null
            ? system.getReason()
            : String.valueOf(cause.getMessage());
    return new ImageException(
        "%s: the file can't be written (%s); make room or choose another place"
            .formatted(target, reason.toLowerCase(Locale.ROOT)),
        cause);
  }
}
