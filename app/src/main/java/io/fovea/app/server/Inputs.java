package io.fovea.app.server;

import io.fovea.image.ArrayReader;
import io.fovea.image.ColourProfile;
import io.fovea.image.NumericArray;
import io.fovea.image.PictureReader;
import io.fovea.image.SampleInput;
import io.fovea.tensor.FoveaException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The inputs that pages look at: the drawn samples, the file named at the start, and what pages
 * send. What they send is kept in files of this server's own, which go when it ends.
 *
 * <p>Any number of threads may use this at once.
 */
final class Inputs implements AutoCloseable {
  /** The most pixels of a picture or numbers of an array: decoded they are far more than a file. */
  static final long MOST_DECODED = 40_000_000;

  private static final String SAMPLE = "sample:";
  private static final String START = "start";

  private final SentFiles files = SentFiles.inNewFolder(InstantSource.system());
  private final long mostKept;
  private final Map<String, PageInput> known = new LinkedHashMap<>(16, 0.75f, true);
  private long kept;

  /**
   * @param mostKept how many bytes of what pages send stay, decoded or in files; the newest stays
   *     in any case
   */
  Inputs(long mostKept) {
    this.mostKept = mostKept;
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

  /** Receives what a page sends, as {@link SentFiles#receive} does. */
  SentFiles.Sent receive(FileName name, InputStream content) throws IOException {
    return files.receive(name, content);
  }

  /**
   * Takes what was received.
   *
   * @throws FoveaException if it is neither a picture nor an array that can be read, or has too
   *     many pixels or numbers
   */
  PageInput take(SentFiles.Sent sent) {
    return find(sent.id()).orElseGet(() -> keep(decoded(sent)));
  }

  /** Deletes the file of what was received, unless it was taken. */
  synchronized void clear(SentFiles.Sent sent) {
    if (known.values().stream().noneMatch(input -> input.file().equals(sent.file()))) {
      SentFiles.delete(sent.file());
    }
  }

  private static PageInput decoded(SentFiles.Sent sent) {
    try {
      return read(sent.id(), sent.name(), sent.file(), MOST_DECODED);
    } catch (FoveaException e) {
      throw RequestException.wrong(e.getMessage().replace(sent.file().toString(), sent.name()));
    } catch (OutOfMemoryError e) {
      throw RequestException.tooLarge(
          "%s: needs more memory than there is; send a smaller part of it".formatted(sent.name()));
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
      if (SentFiles.isOfOne(each.id()) && !each.equals(input)) {
        eldest.remove();
        kept -= each.bytes();
        SentFiles.delete(each.file());
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
    Path file = files.place(sample.fileName());
    sample.write(file);
    return read(id, sample.fileName(), file, MOST_DECODED);
  }

  private static PageInput read(String id, String name, Path file, long most) {
    return ArrayReader.reads(file)
        ? PageInput.of(id, name, file, single(file, ArrayReader.read(file, most)))
        : PageInput.of(id, name, file, PictureReader.read(file, ColourProfile.IGNORE, most));
  }

  /** The page looks at one thing at a time. */
  private static NumericArray single(Path file, NumericArray array) {
    List<Integer> sides = array.dimensions();
    if (sides.size() == 4 && sides.get(0) > 1) {
      throw RequestException.wrong(
          "%s: holds %d items of %d × %d × %d, and the page looks at one; give it one of them"
              .formatted(file, sides.get(0), sides.get(1), sides.get(2), sides.get(3)));
    }
    return array;
  }

  @Override
  public synchronized void close() {
    files.close();
  }
}
