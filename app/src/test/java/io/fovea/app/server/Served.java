package io.fovea.app.server;

import com.grack.nanojson.JsonObject;
import io.fovea.zoo.Models;
import java.io.IOException;
import java.net.Socket;
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
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** A page's server on a free port, with the network that is bundled, and a client that asks it. */
final class Served implements AutoCloseable {
  private static final int MILLISECONDS = 60_000;

  private final PageServer server;
  private final URI address;
  private final HttpClient client = HttpClient.newHttpClient();

  private Served(PageServer server) {
    this.server = server;
    this.address = URI.create(server.address());
  }

  /** With the bundled network. */
  static Served start() {
    return start("squeezenet");
  }

  /** With a network of this name or path. */
  static Served start(String model) {
    return new Served(PageServer.start(options(model, "127.0.0.1", 0, Optional.empty())));
  }

  static PageOptions options(String model, String host, int port, Optional<Path> input) {
    var models = Models.ofEnvironment(Map.of());
    return new PageOptions(models, model, input, host, port, List.of(), 1);
  }

  int port() {
    return address.getPort();
  }

  /** The token with the slashes round it. */
  String prefix() {
    return address.getPath();
  }

  /** Where the page comes from, as its browser says. */
  String origin() {
    return "http://127.0.0.1:" + port();
  }

  HttpResponse<byte[]> get(String path) throws IOException, InterruptedException {
    return client.send(
        HttpRequest.newBuilder(address.resolve(path)).build(), BodyHandlers.ofByteArray());
  }

  /** Asks without waiting for the answer. */
  CompletableFuture<HttpResponse<byte[]>> ask(String path) {
    return client.sendAsync(
        HttpRequest.newBuilder(address.resolve(path)).build(), BodyHandlers.ofByteArray());
  }

  HttpResponse<byte[]> getPacked(String path) throws IOException, InterruptedException {
    var request = HttpRequest.newBuilder(address.resolve(path)).header("Accept-Encoding", "gzip");
    return client.send(request.build(), BodyHandlers.ofByteArray());
  }

  HttpResponse<byte[]> post(String path, byte[] body) throws IOException, InterruptedException {
    var request = HttpRequest.newBuilder(address.resolve(path)).header("Origin", origin());
    return client.send(
        request.POST(BodyPublishers.ofByteArray(body)).build(), BodyHandlers.ofByteArray());
  }

  /** Sends a file as the page does. */
  HttpResponse<byte[]> send(String name, byte[] body) throws IOException, InterruptedException {
    return post("api/inputs?name=" + encoded(name), body);
  }

  /** What it answers, all of it, to a request written by hand. */
  String exchange(String request) throws IOException {
    try (Socket socket = connect()) {
      socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  Socket connect() throws IOException {
    var socket = new Socket("127.0.0.1", port());
    socket.setSoTimeout(MILLISECONDS);
    return socket;
  }

  static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  static JsonObject json(HttpResponse<byte[]> answer) {
    return TinyTraining.object(text(answer));
  }

  /** The sentence of an answer that failed. */
  static String message(HttpResponse<byte[]> answer) {
    return json(answer).getString("message");
  }

  static String text(HttpResponse<byte[]> answer) {
    return new String(answer.body(), StandardCharsets.UTF_8);
  }

  /** The head of a binary answer. */
  static JsonObject head(HttpResponse<byte[]> answer) {
    int length = ByteBuffer.wrap(answer.body()).order(ByteOrder.LITTLE_ENDIAN).getInt();
    return TinyTraining.object(
        new String(answer.body(), Integer.BYTES, length, StandardCharsets.UTF_8));
  }

  @Override
  public void close() {
    server.close();
  }
}
