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
 * Packs answers on their way. Many numbers are packed as fast as can be, which makes little more
 * than half of a montage; words are few, and packed well.
 */
final class Packing {
  private static final int LEAST_BYTES = 1 << 10;
  private static final int BUFFER = 64 << 10;

  /** How well; pictures and archives are packed already. */
  private static final Map<String, Integer> LEVELS =
      Map.of(
          "application/json", Deflater.DEFAULT_COMPRESSION,
          "application/octet-stream", Deflater.BEST_SPEED);

  private Packing() {}

  /** Gives an answer, packed where that helps and the client takes it. */
  static void give(Context request, String type, byte[] answer) {
    request.contentType(type);
    String accepted = Optional.ofNullable(request.header("Accept-Encoding")).orElse("");
    Integer level = LEVELS.get(type);
    if (level != null && answer.length >= LEAST_BYTES && accepted.contains("gzip")) {
      request.header("Content-Encoding", "gzip").header("Vary", "Accept-Encoding");
      request.result(gzip(answer, level));
    } else {
      request.result(answer);
    }
  }

  /** Bytes as a gzip file. */
  static byte[] gzip(byte[] plain, int level) {
    var packed = new ByteArrayOutputStream(plain.length / 2 + BUFFER / 2);
    try (var gzip = new Leveled(packed, level)) {
      gzip.write(plain);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return packed.toByteArray();
  }

  private static final class Leveled extends GZIPOutputStream {
    Leveled(OutputStream out, int level) throws IOException {
      super(out, BUFFER);
      def.setLevel(level);
    }
  }
}
