package io.fovea.app.server;

import io.javalin.http.Context;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/**
 * Packs answers on their way. Many numbers are packed as fast as can be; words are few, and packed
 * well.
 */
final class Packing {
  /** The media type of answers whose pictures are told by differences. */
  static final String DIFFERENCES = "application/vnd.fovea.differences";

  private static final int LEAST_BYTES = 1 << 10;
  private static final int BUFFER = 64 << 10;

  /** How; pictures and archives are packed already. In differences nothing recurs. */
  private static final Map<String, Way> WAYS =
      Map.of(
          "application/json",
          new Way(Deflater.DEFAULT_COMPRESSION, Deflater.DEFAULT_STRATEGY),
          "application/octet-stream",
          new Way(Deflater.BEST_SPEED, Deflater.DEFAULT_STRATEGY),
          DIFFERENCES,
          new Way(Deflater.BEST_SPEED, Deflater.HUFFMAN_ONLY));

  /** As {@link Deflater} numbers them. */
  record Way(int level, int strategy) {}

  private Packing() {}

  /** Gives an answer, packed where that helps and the client takes it. */
  static void give(Context request, String type, byte[] answer) {
    request.contentType(type);
    String accepted = Optional.ofNullable(request.header("Accept-Encoding")).orElse("");
    Way way = WAYS.get(type);
    if (way != null && answer.length >= LEAST_BYTES && accepted.contains("gzip")) {
      request.header("Content-Encoding", "gzip").header("Vary", "Accept-Encoding");
      request.result(gzip(answer, way));
    } else {
      request.result(answer);
    }
  }

  /** Bytes as a gzip file. */
  static byte[] gzip(byte[] plain, Way way) {
    var packed = new ByteArrayOutputStream(plain.length / 2 + BUFFER / 2);
    try (var gzip = new Packer(packed, way)) {
      gzip.write(plain);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return packed.toByteArray();
  }

  private static final class Packer extends GZIPOutputStream {
    Packer(OutputStream out, Way way) throws IOException {
      super(out, BUFFER);
      def.setLevel(way.level);
      def.setStrategy(way.strategy);
    }
  }
}
