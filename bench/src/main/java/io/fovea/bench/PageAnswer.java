package io.fovea.bench;

import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;

/** An answer of the page's server; it is unpacked where it is read. */
final class PageAnswer {
  private final int status;
  private final boolean packed;
  private final byte[] bytes;

  /**
   * @param status of HTTP
   * @param packed whether the bytes are a gzip file
   */
  PageAnswer(int status, boolean packed, byte[] bytes) {
    this.status = status;
    this.packed = packed;
    this.bytes = bytes;
  }

  static PageAnswer of(HttpResponse<byte[]> response) {
    boolean packed =
        response.headers().firstValue("Content-Encoding").filter("gzip"::equals).isPresent();
    return new PageAnswer(response.statusCode(), packed, response.body());
  }

  /** The status of HTTP. */
  int status() {
    return status;
  }

  /** All of it as JSON. */
  JsonObject json() {
    return object(text());
  }

  /** The description that a binary answer begins with. */
  JsonObject head() {
    byte[] plain = plain();
    int length = ByteBuffer.wrap(plain).order(ByteOrder.LITTLE_ENDIAN).getInt();
    return object(new String(plain, Integer.BYTES, length, StandardCharsets.UTF_8));
  }

  /** What the server says where it doesn't answer. */
  String sentence() {
    return sentence(text());
  }

  /** The sentence in {@code {"message": "one sentence"}}; any other text as it is. */
  static String sentence(String text) {
    try {
      return object(text).get("message").getAsString();
    } catch (JsonParseException | IllegalStateException | NullPointerException e) {
      return text;
    }
  }

  private static JsonObject object(String text) {
    return JsonParser.parseString(text).getAsJsonObject();
  }

  private String text() {
    return new String(plain(), StandardCharsets.UTF_8);
  }

  private byte[] plain() {
    if (!packed) {
      return bytes;
    }
    try (var gzip = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
      return gzip.readAllBytes();
    } catch (IOException e) {
      throw new BenchException("an answer can't be unpacked: " + e.getMessage(), e);
    }
  }
}
