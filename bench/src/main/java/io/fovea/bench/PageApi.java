package io.fovea.bench;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What the page's server answers, asked as the page asks it; each answer is counted. */
final class PageApi {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final int BUSY = 503;
  private static final int OK = 200;

  /** The server says that it has too much to do. */
  static final class Busy extends Exception {
    private static final long serialVersionUID = 1L;
  }

  private final HttpClient http;
  private final URI page;
  private final PageTally tally;

  /**
   * @param page its address, with the token
   * @param tally takes each answer
   */
  PageApi(HttpClient http, URI page, PageTally tally) {
    this.http = http;
    this.page = page;
    this.tally = tally;
  }

  /**
   * A JSON answer.
   *
   * @param query names and values in turns
   */
  JsonObject json(String path, Object... query) throws Busy, InterruptedException {
    return parsed(bytes(path, query));
  }

  /** The description that a binary answer begins with. */
  JsonObject head(String path, Object... query) throws Busy, InterruptedException {
    byte[] answer = bytes(path, query);
    int length = ByteBuffer.wrap(answer).order(ByteOrder.LITTLE_ENDIAN).getInt();
    return JsonParser.parseString(new String(answer, Integer.BYTES, length, StandardCharsets.UTF_8))
        .getAsJsonObject();
  }

  /** An answer of any kind. */
  byte[] bytes(String path, Object... query) throws Busy, InterruptedException {
    return send(path, request(path, query).GET().build());
  }

  /** Sends a picture. */
  JsonObject take(String name, byte[] picture) throws Busy, InterruptedException {
    String path = "api/inputs";
    return parsed(
        send(path, request(path, "name", name).POST(BodyPublishers.ofByteArray(picture)).build()));
  }

  private static JsonObject parsed(byte[] answer) {
    return JsonParser.parseString(new String(answer, StandardCharsets.UTF_8)).getAsJsonObject();
  }

  private HttpRequest.Builder request(String path, Object... query) {
    String text =
        IntStream.range(0, query.length / 2)
            .mapToObj(i -> query[2 * i] + "=" + encoded(query[2 * i + 1]))
            .collect(Collectors.joining("&", "?", ""));
    return HttpRequest.newBuilder(page.resolve(path + text))
        .timeout(PATIENCE)
        .header("Origin", page.getScheme() + "://" + page.getAuthority());
  }

  private static String encoded(Object value) {
    return URLEncoder.encode(String.valueOf(value), StandardCharsets.UTF_8);
  }

  private byte[] send(String path, HttpRequest request) throws Busy, InterruptedException {
    long before = System.nanoTime();
    HttpResponse<byte[]> answer;
    try {
      answer = http.send(request, BodyHandlers.ofByteArray());
    } catch (IOException e) {
      tally.failed(path, e.toString());
      throw new BenchException(path + " gave no answer: " + e, e);
    }
    if (answer.statusCode() == BUSY) {
      tally.busy();
      throw new Busy();
    }
    if (answer.statusCode() != OK) {
      String text = new String(answer.body(), StandardCharsets.UTF_8);
      tally.failed(path, answer.statusCode() + " " + text);
      throw new BenchException(path + " failed: " + answer.statusCode() + " " + text);
    }
    tally.answered(path, System.nanoTime() - before);
    return answer.body();
  }
}
