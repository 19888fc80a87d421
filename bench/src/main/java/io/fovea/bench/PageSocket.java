package io.fovea.bench;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * The socket that a page keeps: while it is open the page is there, and live pictures go over it.
 */
final class PageSocket {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Duration HEARTBEAT = Duration.ofSeconds(25);
  private static final int GOING_AWAY = 1001;

  private final WebSocket socket;
  private final Listener listener;
  private long lastBeat = System.nanoTime();

  private PageSocket(WebSocket socket, Listener listener) {
    this.socket = socket;
    this.listener = listener;
  }

  /**
   * Opens it.
   *
   * @param page its address, with the token
   * @param client the page's name
   * @throws BenchException if the server doesn't let it in
   */
  static PageSocket open(HttpClient http, URI page, String client) {
    String address = page.toString().replaceFirst("^http", "ws") + "api/live?client=" + client;
    var listener = new Listener();
    try {
      return new PageSocket(
          http.newWebSocketBuilder()
              .header("Origin", page.getScheme() + "://" + page.getAuthority())
              .buildAsync(URI.create(address), listener)
              .join(),
          listener);
    } catch (CompletionException e) {
      throw new BenchException("the page's socket can't be opened: " + e.getCause(), e);
    }
  }

  /** Sends what is wanted of the pictures that follow. */
  void send(String settings) {
    socket.sendText(settings, true).join();
  }

  /**
   * Sends a picture, and waits for its answer.
   *
   * @return what the server says in place of one
   * @throws BenchException if nothing comes
   */
  Optional<String> show(ByteBuffer picture) {
    socket.sendBinary(picture, true).join();
    try {
      String said = listener.said.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS);
      if (said == null) {
        throw new BenchException("a live picture stays without an answer");
      }
      return Optional.of(said).filter(sentence -> !sentence.isEmpty());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new BenchException("the benchmark was interrupted", e);
    }
  }

  /**
   * Tells the server now and then that the page is still there.
   *
   * @throws BenchException if the server has closed the socket, or said what nobody asked for
   */
  void beat() {
    String said = listener.said.poll();
    if (said != null) {
      throw new BenchException("the page's socket brought what nobody asked for: " + said);
    }
    if (System.nanoTime() - lastBeat > HEARTBEAT.toNanos()) {
      lastBeat = System.nanoTime();
      send("");
    }
  }

  /**
   * Closes it as a page that goes.
   *
   * @throws BenchException if the server doesn't close its end
   */
  void close() {
    try {
      socket
          .sendClose(GOING_AWAY, "")
          .thenCompose(any -> listener.closed)
          .orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS)
          .join();
    } catch (CompletionException e) {
      throw new BenchException("the page's socket can't be closed: " + e.getCause(), e);
    } finally {
      socket.abort();
    }
  }

  /** Ends it as a machine does that loses the network. */
  void abort() {
    socket.abort();
  }

  /** Keeps an empty text for each whole answer, and the sentence for each refusal. */
  private static final class Listener implements WebSocket.Listener {
    private final BlockingQueue<String> said = new LinkedBlockingQueue<>();
    private final CompletableFuture<Integer> closed = new CompletableFuture<>();

    @Override
    public CompletionStage<?> onBinary(WebSocket socket, ByteBuffer data, boolean last) {
      socket.request(1);
      if (last) {
        said.add("");
      }
      return CompletableFuture.completedFuture(data);
    }

    @Override
    public CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
      socket.request(1);
      said.add(PageAnswer.sentence(data.toString()));
      return CompletableFuture.completedFuture(data);
    }

    @Override
    public CompletionStage<?> onClose(WebSocket socket, int status, String reason) {
      said.add("the server closes it (%d %s)".formatted(status, reason));
      closed.complete(status);
      return CompletableFuture.completedFuture(reason);
    }

    @Override
    public void onError(WebSocket socket, Throwable error) {
      said.add(String.valueOf(error));
    }
  }
}
