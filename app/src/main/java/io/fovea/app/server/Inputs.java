package io.fovea.app.server;

import io.fovea.image.ArrayReader;
import io.fovea.image.NumericArray;
import io.fovea.image.OutputFile;
import io.fovea.image.PictureReader;
import io.fovea.image.SampleInput;
import io.fovea.tensor.FoveaException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
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

  private static final long MOST_KEPT_BYTES = 512L << 20;
  private static final int ID_BYTES = 8;
  private static final String SAMPLE = "sample:";
  private static final String SENT = "sent:";
  private static final String START = "start";

  private final Path folder;
  private final Map<String, PageInput> known = new LinkedHashMap<>(16, 0.75f, true);
  private long kept;

  Inputs() {
    try {
      folder = Files.createTempDirectory("fovea-page-");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The drawn sample that an id stands for, if it is one's. */
  static Optional<SampleInput> sample(String id) {
    return id.startsWith(SAMPLE)
        ? Optional.of(SampleInput.parse(id.substring(SAMPLE.length())))
        : Optional.empty();
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
              SAMPLE + each.name().toLowerCase(Locale.ROOT),
              "name",
              each.fileName(),
              "kind",
              each.array().isPresent() ? "array" : "picture"));
    }
    return list;
  }

  /** Takes the file named at the start. */
  synchronized PageInput start(Path file) {
    var input = read(START, file.getFileName().toString(), file);
    known.put(START, input);
    return input;
  }

  /**
   * Takes what a page sends.
   *
   * @param name the file's name there; its ending tells arrays from pictures
   * @throws FoveaException if it is neither a picture nor an array that can be read
   */
  PageInput take(String name, byte[] content) {
    String id = SENT + digest(content);
    synchronized (this) {
      PageInput same = known.get(id);
      if (same != null) {
        return same;
      }
    }
    String plain = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
    Path file = folder.resolve(OutputFile.fileName(id.replace(':', '-'), "." + ending(plain)));
    OutputFile.write(file, out -> out.write(content));
    PageInput input;
    try {
      input = read(id, plain, file);
    } catch (FoveaException e) {
      delete(file);
      throw RequestException.wrong(e.getMessage().replace(file.toString(), plain));
    }
    keep(input, content.length);
    return input;
  }

  private synchronized void keep(PageInput input, int bytes) {
    known.put(input.id(), input);
    kept += bytes;
    var each = known.values().iterator();
    while (kept > MOST_KEPT_BYTES && each.hasNext()) {
      PageInput eldest = each.next();
      if (eldest.id().startsWith(SENT) && !eldest.equals(input)) {
        each.remove();
        kept -= delete(eldest.file());
      }
    }
  }

  /**
   * The input of this id.
   *
   * @throws RequestException if there is none
   */
  synchronized PageInput get(String id) {
    PageInput input = known.get(id);
    if (input == null && id.startsWith(SAMPLE)) {
      input = drawn(id);
      known.put(id, input);
    }
    if (input == null) {
      throw RequestException.missing(
          "the picture of this link isn't here any more; give it again, or choose a sample");
    }
    return input;
  }

  private PageInput drawn(String id) {
    try {
      SampleInput sample = SampleInput.parse(id.substring(SAMPLE.length()));
      Path file = folder.resolve(sample.fileName());
      sample.write(file);
      return read(id, sample.fileName(), file);
    } catch (FoveaException e) {
      throw RequestException.missing(e.getMessage());
    }
  }

  private static PageInput read(String id, String name, Path file) {
    if (ArrayReader.reads(file)) {
      NumericArray array = ArrayReader.read(file);
      return PageInput.of(id, name, file, array);
    }
    return PageInput.of(id, name, file, PictureReader.read(file));
  }

  private static String ending(String name) {
    String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    return ending.matches("[a-z0-9]{1,5}") ? ending : "bin";
  }

  private static String digest(byte[] content) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(content);
      return HexFormat.of().formatHex(digest, 0, ID_BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // every Java has it
    }
  }

  private static long delete(Path file) {
    try {
      long size = Files.size(file);
      Files.delete(file);
      return size;
    } catch (IOException e) {
      return 0; // it goes with the folder
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
