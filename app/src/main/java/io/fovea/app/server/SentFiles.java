package io.fovea.app.server;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.stream.Stream;

/**
 * The files that pages send, as they come: written to a folder of this server's own, which goes
 * when this is closed, and named by what is in them.
 *
 * <p>Any number of threads may use this at once.
 */
final class SentFiles implements AutoCloseable {
  /** What one file that a page sends may hold, in bytes. */
  static final int MOST_BYTES = 32 << 20;

  private static final int ID_BYTES = 8;
  private static final int PIECE = 1 << 16;
  private static final String SENT = "sent:";

  /** A file that has come whole. */
  record Sent(String id, String name, Path file) {}

  /** What comes more slowly than that, in bytes a second, holds a thread for nothing. */
  private static final long LEAST_RATE = 8 << 10;

  /** How long it takes to know, in seconds. */
  private static final long PATIENCE = 10;

  private final Path folder;
  private final InstantSource clock;

  private SentFiles(Path folder, InstantSource clock) {
    this.folder = folder;
    this.clock = clock;
  }

  /**
   * None yet.
   *
   * @param clock tells how fast they come
   * @throws ServerException if there can't be a folder for them
   */
  static SentFiles inNewFolder(InstantSource clock) {
    try {
      return new SentFiles(Files.createTempDirectory("fovea-page-"), clock);
    } catch (IOException e) {
      throw new ServerException(
          "the folder for temporary files can't be written (%s); set java.io.tmpdir to one that can"
              .formatted(e.getMessage()),
          e);
    }
  }

  /** Whether an id is that of a sent file. */
  static boolean isOfOne(String id) {
    return id.startsWith(SENT);
  }

  /** Where a file of this server's own may lie, which goes with the others. */
  Path place(String name) {
    return folder.resolve(name);
  }

  /**
   * Receives what a page sends, and doesn't look at it yet.
   *
   * @param name the file's name there; its ending tells arrays from pictures. The same content
   *     under another name is another input
   * @throws RequestException if it holds too much, or nothing, or comes too slowly
   * @throws IOException if the page goes away before it has sent all
   */
  Sent receive(FileName name, InputStream content) throws IOException {
    Path file = Files.createTempFile(folder, "sent-", name.ending());
    try {
      return new Sent(SENT + write(name, content, file), name.text(), file);
    } catch (IOException | RuntimeException e) {
      delete(file);
      throw e;
    }
  }

  /** Writes what comes to a file; gives the digest of it and its name. */
  private String write(FileName name, InputStream content, Path file) throws IOException {
    MessageDigest digest = sha256();
    digest.update(name.text().getBytes(StandardCharsets.UTF_8)); // nobody is told another's name
    digest.update((byte) 0); // which no name has in it
    var piece = new byte[PIECE];
    Instant begun = clock.instant();
    long all = 0;
    try (OutputStream out = Files.newOutputStream(file)) {
      for (int count = content.read(piece); count >= 0; count = content.read(piece)) {
        all += count;
        checkLength(name, all);
        checkPace(name, all, Duration.between(begun, clock.instant()));
        digest.update(piece, 0, count);
        out.write(piece, 0, count);
      }
    }
    if (all == 0) {
      throw RequestException.wrong(name.text() + ": is empty; choose another file");
    }
    return HexFormat.of().formatHex(digest.digest(), 0, ID_BYTES);
  }

  /**
   * Checks how long a file is.
   *
   * @throws RequestException if it is too long
   */
  static void checkLength(FileName name, long bytes) {
    if (bytes > MOST_BYTES) {
      throw RequestException.tooLarge(
          "%s: holds more than the %d MB that the page takes; scale it down"
              .formatted(name.text(), MOST_BYTES >> 20));
    }
  }

  private static void checkPace(FileName name, long bytes, Duration past) {
    if (past.toSeconds() >= PATIENCE && bytes < past.toSeconds() * LEAST_RATE) {
      throw RequestException.wrong(
          "%s: comes by less than %d kB a second; send it again"
              .formatted(name.text(), LEAST_RATE >> 10));
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // every Java has it
    }
  }

  /** Deletes one; the others stay. */
  static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      // it goes with the folder
    }
  }

  @Override
  public void close() {
    try (Stream<Path> files = Files.list(folder)) {
      files.forEach(SentFiles::delete);
      Files.deleteIfExists(folder);
    } catch (IOException e) {
      // what is left lies among the system's temporary files
    }
  }
}
