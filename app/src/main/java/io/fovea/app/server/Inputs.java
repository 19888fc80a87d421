package io.fovea.app.server;

import io.fovea.image.ArrayReader;
import io.fovea.image.ColourProfile;
import io.fovea.image.PictureReader;
import io.fovea.image.SampleInput;
import io.fovea.tensor.FoveaException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The inputs that pages look at: the drawn samples, the file named at the start, and what pages
 * send. What they send is kept in files of this server's own, which go when it ends.
 *
 * <p>Any number of threads may use this at once.
 */
final class Inputs implements AutoCloseable {
  /** What one file that a page sends may hold, in bytes. */
  static final int MOST_BYTES = 32 << 20;

  /** The most pixels of a picture or numbers of an array: decoded they are far more than a file. */
  static final long MOST_DECODED = 40_000_000;

  private static final int ID_BYTES = 8;
  private static final int PIECE = 1 << 16;
  private static final String SAMPLE = "sample:";
  private static final String SENT = "sent:";
  private static final String START = "start";

  /** A file that has come whole. */
  record Sent(String id, String name, Path file) {}

  private final Path folder;
  private final long mostKept;
  private final Map<String, PageInput> known = new LinkedHashMap<>(16, 0.75f, true);
  private long kept;

  /**
   * @param mostKept how many bytes of what pages send stay, decoded or in files; the newest stays
   *     in any case
   */
  Inputs(long mostKept) {
    this.mostKept = mostKept;
    try {
      folder = Files.createTempDirectory("fovea-page-");
    } catch (IOException e) {
      throw new ServerException(
          "the folder for temporary files can't be written (%s); set java.io.tmpdir to one that can"
              .formatted(e.getMessage()),
          e);
    }
  }

  /** The drawn sample that an id stands for, if it is one's. */
  static Optional<SampleInput> sample(String id) {
    return id.startsWith(SAMPLE)
        ? Optional.of(SampleInput.parse(id.substring(SAMPLE.length())))
        : Optional.empty();
  }

  /** The id of a drawn sample. */
  static String id(SampleInput sample) {
    return SAMPLE + sample.name().toLowerCase(Locale.ROOT);
  }

  /** Whether an id is that of the file named at the start. */
  static boolean isOfStart(String id) {
    return id.equals(START);
  }

  /** The drawn samples. */
  List<Map<String, Object>> samples() {
    var list = new ArrayList<Map<String, Object>>();
    for (SampleInput each : SampleInput.values()) {
      list.add(
          Map.of(
              "id",
              id(each),
              "name",
              each.fileName(),
              "kind",
              each.array().isPresent() ? "array" : "picture"));
    }
    return list;
  }

  /** Takes the file named at the start. */
  synchronized PageInput start(Path file) {
    var input = read(START, file.getFileName().toString(), file, Long.MAX_VALUE);
    known.put(START, input);
    return input;
  }

  /**
   * Receives what a page sends, and doesn't look at it yet.
   *
   * @param name the file's name there; its ending tells arrays from pictures. The same content
   *     under another name is another input
   * @throws FoveaException if it holds too much, or nothing
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

  /**
   * Takes what was received.
   *
   * @throws FoveaException if it is neither a picture nor an array that can be read, or has too
   *     many pixels or numbers
   */
  PageInput take(Sent sent) {
    return find(sent.id).orElseGet(() -> keep(decoded(sent)));
  }

  /** Deletes the file of what was received, unless it was taken. */
  synchronized void clear(Sent sent) {
    if (known.values().stream().noneMatch(input -> input.file().equals(sent.file))) {
      delete(sent.file);
    }
  }

  /** Writes what comes to a file; gives the digest of it and its name. */
  private static String write(FileName name, InputStream content, Path file) throws IOException {
    MessageDigest digest = sha256();
    digest.update(name.text().getBytes(StandardCharsets.UTF_8)); // nobody is told another's name
    digest.update((byte) 0); // which no name has in it
    var piece = new byte[PIECE];
    long all = 0;
    try (OutputStream out = Files.newOutputStream(file)) {
      for (int count = content.read(piece); count >= 0; count = content.read(piece)) {
        all += count;
        checkLength(name, all);
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

  private static PageInput decoded(Sent sent) {
    try {
      return read(sent.id, sent.name, sent.file, MOST_DECODED);
    } catch (FoveaException e) {
      throw RequestException.wrong(e.getMessage().replace(sent.file.toString(), sent.name));
    } catch (OutOfMemoryError e) {
      throw RequestException.tooLarge(
          "%s: needs more memory than there is; send a smaller part of it".formatted(sent.name));
    }
  }

  private synchronized Optional<PageInput> find(String id) {
    return Optional.ofNullable(known.get(id));
  }

  /** Keeps it, and forgets those asked for longest ago where there are too many. */
  private synchronized PageInput keep(PageInput input) {
    PageInput same = known.putIfAbsent(input.id(), input);
    if (same != null) {
      return same; // two pages sent it at once
    }
    kept += input.bytes();
    Iterator<PageInput> eldest = known.values().iterator();
    while (kept > mostKept && eldest.hasNext()) {
      PageInput each = eldest.next();
      if (each.id().startsWith(SENT) && !each.equals(input)) {
        eldest.remove();
        kept -= each.bytes();
        delete(each.file());
      }
    }
    return input;
  }

  /**
   * The input of this id.
   *
   * @throws RequestException if there is none
   */
  synchronized PageInput get(String id) {
    PageInput input = id.startsWith(SAMPLE) ? drawn(id) : known.get(id);
    if (input == null) {
      throw RequestException.missing(
          "the picture of this link isn't here any more; give it again, or choose a sample");
    }
    return input;
  }

  /** A sample, however its word is written. */
  private PageInput drawn(String id) {
    try {
      SampleInput sample = SampleInput.parse(id.substring(SAMPLE.length()));
      return known.computeIfAbsent(id(sample), own -> draw(own, sample));
    } catch (FoveaException e) {
      throw RequestException.missing(e.getMessage());
    }
  }

  private PageInput draw(String id, SampleInput sample) {
    Path file = folder.resolve(sample.fileName());
    sample.write(file);
    return read(id, sample.fileName(), file, MOST_DECODED);
  }

  private static PageInput read(String id, String name, Path file, long most) {
    return ArrayReader.reads(file)
        ? PageInput.of(id, name, file, ArrayReader.read(file, most))
        : PageInput.of(id, name, file, PictureReader.read(file, ColourProfile.IGNORE, most));
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // every Java has it
    }
  }

  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      // it goes with the folder
    }
  }

  @Override
  public synchronized void close() {
    try (Stream<Path> files = Files.list(folder)) {
      files.forEach(Inputs::delete);
      Files.deleteIfExists(folder);
    } catch (IOException e) {
      // what is left lies among the system's temporary files
    }
  }
}
