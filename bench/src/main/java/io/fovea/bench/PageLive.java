package io.fovea.bench;

import com.google.gson.JsonObject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * A camera's pictures over the page's socket, each sent when the one before is answered, as a
 * client would that takes answers at once.
 */
final class PageLive {
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final int SIDE = 227;
  private static final int CANVAS_CHANNELS = 4;
  private static final int TILE = 64;
  private static final int SCORES_EVERY = 10;
  private static final int PICTURES = 8;
  private static final int WARM_UP = 20;
  private static final double NANOSECONDS = 1e9;

  private final URI page;
  private final String model;

  /**
   * @param page its address, with the token
   */
  PageLive(URI page, String model) {
    this.page = page;
    this.model = model;
  }

  /**
   * How many pictures a second are answered with all tiles of a layer, and the scores with every
   * tenth.
   *
   * @throws BenchException if the server refuses or doesn't answer
   */
  double picturesPerSecond(String layer, Duration duration) {
    var answers = new LinkedBlockingQueue<String>();
    WebSocket socket = connect(answers);
    try {
      socket.sendText(settings(layer), true).join();
      ByteBuffer[] pictures = pictures();
      int count = 0;
      for (; count < WARM_UP; count++) {
        show(socket, pictures[count % PICTURES], answers);
      }
      count = 0;
      long begin = System.nanoTime();
      long now = begin;
      for (; now - begin < duration.toNanos(); now = System.nanoTime(), count++) {
        show(socket, pictures[count % PICTURES], answers);
      }
      return count / ((now - begin) / NANOSECONDS);
    } finally {
      socket.abort();
    }
  }

  private WebSocket connect(BlockingQueue<String> answers) {
    String address = page.toString().replaceFirst("^http", "ws") + "api/live?client=bench";
    try {
      return HttpClient.newHttpClient()
          .newWebSocketBuilder()
          .header("Origin", page.getScheme() + "://" + page.getAuthority())
          .buildAsync(URI.create(address), new Listener(answers))
          .join();
    } catch (CompletionException e) {
      throw new BenchException("the page's socket can't be opened: " + e.getCause(), e);
    }
  }

  private String settings(String layer) {
    var settings = new JsonObject();
    settings.addProperty("model", model);
    settings.addProperty("layer", layer);
    settings.addProperty("height", SIDE);
    settings.addProperty("width", SIDE);
    settings.addProperty("size", TILE);
    settings.addProperty("scoresEvery", SCORES_EVERY);
    return settings.toString();
  }

  private static ByteBuffer[] pictures() {
    var random = new Random(1);
    var pictures = new ByteBuffer[PICTURES];
    for (int i = 0; i < PICTURES; i++) {
      var pixels = new byte[SIDE * SIDE * CANVAS_CHANNELS];
      random.nextBytes(pixels);
      pictures[i] = ByteBuffer.wrap(pixels);
    }
    return pictures;
  }

  private static void show(WebSocket socket, ByteBuffer picture, BlockingQueue<String> answers) {
    socket.sendBinary(picture.duplicate(), true).join();
    try {
      String fault = answers.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS);
      if (fault == null) {
        throw new BenchException("a live picture stays without an answer");
      }
      if (!fault.isEmpty()) {
        throw new BenchException("a live picture was refused: " + fault);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new BenchException("the benchmark was interrupted", e);
    }
  }

  /** Puts an empty text for each whole answer, and the sentence for each refusal. */
  private static final class Listener implements WebSocket.Listener {
    private final BlockingQueue<String> answers;

    Listener(BlockingQueue<String> answers) {
      this.answers = answers;
    }

    @Override
    public CompletionStage<?> onBinary(WebSocket socket, ByteBuffer data, boolean last) {
      socket.request(1);
      if (last) {
        answers.add("");
      }
      return CompletableFuture.completedFuture(data);
    }

    @Override
    public CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
      socket.request(1);
      answers.add(data.toString());
      return CompletableFuture.completedFuture(data);
    }

    @Override
    public void onError(WebSocket socket, Throwable error) {
      answers.add(String.valueOf(error));
    }
  }
}
