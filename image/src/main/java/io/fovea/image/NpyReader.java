package io.fovea.image;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads NumPy's NPY format, versions 1 to 3: the magic bytes, a header that is a Python dictionary
 * of descr, fortran_order and shape, and the numbers.
 */
final class NpyReader {
  private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};
  private static final int LONGEST_HEADER = 1 << 20;
  private static final int CHUNK_BYTES = 1 << 16;
  private static final Pattern DESCR =
      Pattern.compile("['\"]descr['\"]\\s*:\\s*(?:['\"]([^'\"]*)['\"]|(\\[))");
  private static final Pattern ORDER =
      Pattern.compile("['\"]fortran_order['\"]\\s*:\\s*(True|False)");
  private static final Pattern SHAPE =
      Pattern.compile("['\"]shape['\"]\\s*:\\s*\\(([0-9L,\\s]*)\\)");

  /** What the header says. */
  private record Header(NpyType type, boolean columnMajor, List<Long> shape) {}

  private NpyReader() {}

  static NumericArray read(Path file, Optional<String> name, ArrayLimit limit) throws IOException {
    if (name.isPresent()) {
      throw new ImageException("an .npy file holds one array without a name, not " + name.get());
    }
    try (var in = new BufferedInputStream(Files.newInputStream(file), CHUNK_BYTES)) {
      return read(in, Files.size(file), limit);
    }
  }

  /**
   * Reads one array.
   *
   * @param mostBytes how many bytes the stream can give at most; no more are believed
   * @param limit how many numbers are read
   */
  static NumericArray read(InputStream in, long mostBytes, ArrayLimit limit) throws IOException {
    try {
      var header = header(in, mostBytes);
      int count = limit.check(count(header, mostBytes));
      var values = values(in, header.type(), count);
      var dimensions = header.shape().stream().map(Long::intValue).toList();
      return header.columnMajor()
          ? NumericArray.ofColumnMajor(dimensions, values)
          : NumericArray.wrap(dimensions, values);
    } catch (EOFException e) {
      throw new ImageException("the NPY array ends too early; copy the file again", e);
    }
  }

  private static Header header(InputStream in, long mostBytes) throws IOException {
    var start = exactly(in, 8);
    for (int i = 0; i < MAGIC.length; i++) {
      if (start.get(i) != MAGIC[i]) {
        throw new ImageException(
            "this is no NPY array (it doesn't begin with \\x93NUMPY); save it with numpy.save");
      }
    }
    int version = start.get(6) & 0xff;
    if (version < 1 || version > 3) {
      throw new ImageException(
          "NPY version " + version + " isn't known, only 1 to 3; save it with numpy.save");
    }
    long length =
        version == 1 ? exactly(in, 2).getShort() & 0xffff : exactly(in, 4).getInt() & 0xffffffffL;
    if (length > Math.min(mostBytes, LONGEST_HEADER)) {
      throw new ImageException(
          "the NPY header claims %,d bytes, but there are %,d in all; copy the file again"
              .formatted(length, mostBytes));
    }
    var encoding = version == 3 ? StandardCharsets.UTF_8 : StandardCharsets.ISO_8859_1;
    return parse(new String(exactly(in, (int) length).array(), encoding).strip());
  }

  private static Header parse(String text) {
    var descr = find(DESCR, "descr", text);
    var order = find(ORDER, "fortran_order", text);
    var shape = find(SHAPE, "shape", text);
    var sizes = new ArrayList<Long>();
    for (var size : shape.group(1).split(",")) {
      if (!size.isBlank()) {
        var digits = size.strip().replaceFirst("L$", "");
        if (!digits.matches("[0-9]{1,18}")) {
          throw new ImageException("the NPY header's shape isn't understood: " + shape.group(1));
        }
        sizes.add(Long.valueOf(digits));
      }
    }
    var type = NpyType.parse(descr.group(1) == null ? "[...]" : descr.group(1));
    return new Header(type, order.group(1).equals("True"), sizes);
  }

  private static Matcher find(Pattern pattern, String key, String text) {
    var matcher = pattern.matcher(text);
    if (!matcher.find()) {
      throw new ImageException(
          "the NPY header has no " + key + " that can be read; save it with numpy.save");
    }
    return matcher;
  }

  private static long count(Header header, long mostBytes) {
    long count = 1;
    for (long size : header.shape()) {
      if (size == 0) {
        throw new ImageException(
            "the array is " + NumericArray.times(header.shape()) + " and so holds no numbers");
      }
      count = size > mostBytes / count ? Long.MAX_VALUE / 16 : count * size;
      if (count > mostBytes / header.type().bytes()) {
        throw new ImageException(
            "the header claims %s numbers of %d bytes, but there are only %,d bytes; copy the file again"
                .formatted(NumericArray.times(header.shape()), header.type().bytes(), mostBytes));
      }
    }
    return count;
  }

  private static float[] values(InputStream in, NpyType type, int count) throws IOException {
    var values = new float[count];
    int perChunk = CHUNK_BYTES / type.bytes();
    for (int done = 0; done < count; ) {
      int end = Math.min(count, done + perChunk);
      var chunk = exactly(in, (end - done) * type.bytes()).order(type.order());
      while (done < end) {
        values[done++] = type.decoder().next(chunk);
      }
    }
    return values;
  }

  private static ByteBuffer exactly(InputStream in, int count) throws IOException {
    var bytes = in.readNBytes(count);
    if (bytes.length < count) {
      throw new EOFException();
    }
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }
}
