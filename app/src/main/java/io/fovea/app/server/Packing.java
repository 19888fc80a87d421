package io.fovea.app.server;

import io.javalin.http.Context;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.Set;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/** Packs answers on their way, as fast as can be: a montage so takes little more than half. */
final class Packing {
  private static final int LEAST_BYTES = 1 << 10;
  private static final int BUFFER = 64 << 10;

  /** Pictures and archives are packed already. */
  private static final Set<String> PACKED = Set.of("application/json", "application/octet-stream");

  private Packing() {}

  /** Gives an answer, packed where that helps and the client takes it. */
  static void give(Context request, String type, byte[] answer) {
    request.contentType(type);
    String accepted = Optional.ofNullable(request.header("Accept-Encoding")).orElse("");
    if (PACKED.contains(type) && answer.length >= LEAST_BYTES && accepted.contains("gzip")) {
      request.header("Content-Encoding", "gzip").header("Vary", "Accept-Encoding");
      request.result(gzip(answer));
    } else {
      request.result(answer);
    }
  }

  /** Bytes as a gzip file. */
  static byte[] gzip(byte[] plain) {
    var packed = new ByteArrayOutputStream(plain.length / 2 + BUFFER / 2);
    try (var gzip = new Fast(packed)) {
      gzip.write(plain);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return packed.toByteArray();
  }

  private static final class Fast extends GZIPOutputStream {
    Fast(OutputStream out) throws IOException {
      super(out, BUFFER);
      def.setLevel(Deflater.BEST_SPEED);
    }
  }
}
