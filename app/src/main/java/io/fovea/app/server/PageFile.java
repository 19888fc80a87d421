package io.fovea.app.server;

import io.javalin.http.Context;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;

/**
 * A file of the page, packed once; a browser asks every time whether it still has the newest.
 *
 * @param type its content type
 * @param plain its bytes
 * @param gzip its bytes, packed
 * @param tag what tells it from any other
 */
@SuppressWarnings("ArrayRecordComponent") // two are never compared
record PageFile(String type, byte[] plain, byte[] gzip, String tag) {
  private static final Map<String, String> TYPES =
      Map.of(
          "html", "text/html; charset=utf-8",
          "js", "text/javascript; charset=utf-8",
          "css", "text/css; charset=utf-8",
          "svg", "image/svg+xml",
          "png", "image/png");

  /** A file of this name and content. */
  static PageFile of(String name, byte[] plain) {
    String ending = name.substring(name.lastIndexOf('.') + 1);
    String type = TYPES.getOrDefault(ending, "application/octet-stream");
    return new PageFile(type, plain, packed(plain), "\"" + digest(plain) + "\"");
  }

  /** A file of text. */
  static PageFile of(String name, String text) {
    return of(name, text.getBytes(StandardCharsets.UTF_8));
  }

  /** Its content as text. */
  String text() {
    return new String(plain, StandardCharsets.UTF_8);
  }

  /** Answers a request with it. */
  void give(Context request) {
    request.header("Cache-Control", "no-cache").header("ETag", tag);
    request.header("Vary", "Accept-Encoding").contentType(type);
    if (tag.equals(request.header("If-None-Match"))) {
      request.status(304);
      return;
    }
    String accepted = Optional.ofNullable(request.header("Accept-Encoding")).orElse("");
    if (accepted.contains("gzip") && gzip.length < plain.length) {
      request.header("Content-Encoding", "gzip").result(gzip);
    } else {
      request.result(plain);
    }
  }

  private static byte[] packed(byte[] plain) {
    var packed = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(packed)) {
      gzip.write(plain);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return packed.toByteArray();
  }

  /** SHA-256 of a text as a content security policy writes it. */
  static String digest(String text) {
    return digest(text.getBytes(StandardCharsets.UTF_8));
  }

  private static String digest(byte[] content) {
    try {
      return Base64.getEncoder()
          .encodeToString(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // every Java has it
    }
  }
}
