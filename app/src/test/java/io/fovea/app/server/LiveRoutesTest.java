package io.fovea.app.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fovea.zoo.Models;
import io.javalin.Javalin;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The socket of a page, over the wire. */
@Timeout(120)
class LiveRoutesTest {
  private static final int LARGE = 16 << 20;

  private final HttpClient http = HttpClient.newHttpClient();
  private final QueuedThreadPool threads = new QueuedThreadPool();
  private final Work work = new Work(1, 16, threads);
  private final Nets nets = new Nets(Models.of(), "tiny", 1, Long.MAX_VALUE);
  private final Inputs inputs = new Inputs(Long.MAX_VALUE);
  private final Looks looks = new Looks(nets, inputs, Long.MAX_VALUE);
  private final Javalin server =
      Javalin.create(
          config -> {
            config.jetty.threadPool = threads;
            config.appData(Work.KEY, work);
            config.appData(Nets.KEY, nets);
            config.appData(Looks.KEY, looks);
            LiveRoutes.limit(config.jetty);
            new LiveRoutes(nets, work).add(config.routes, "/token/api/");
            WorkRoutes.binary(config.routes, "/token/api/large", query -> new byte[LARGE]);
            WorkRoutes.binary(config.routes, "/token/api/small", query -> new byte[1]);
          });

  @BeforeEach
  void start() {
    nets.add(TinyTraining.model("tiny"));
    server.start("127.0.0.1", 0);
  }

  @AfterEach
  void stop() {
    work.close();
    server.stop();
    nets.close();
    inputs.close();
  }

  @Test
  void aPictureIsAnswered() throws Exception {
    var page = new Page();
    page.socket
        .sendText(
            "{\"model\":\"tiny\",\"layer\":\"data\",\"height\":2,\"width\":2,\"scale\":\"none\"}",
            true)
        .join();

    page.socket.sendBinary(LiveClientTest.picture(255, 51, 0), true).join();

    byte[] answer = page.answers.take();
    assertThat(LiveClientTest.head(answer).getInt("frame")).isEqualTo(1);
    assertThat(LiveClientTest.body(answer)).startsWith(255, 255, 255, 255, 51);
  }

  @Test
  void whatIsWrongIsSaidInOneSentence() throws Exception {
    var page = new Page();

    page.socket.sendText("hello", true).join();

    assertThat(page.sentences.take())
        .isEqualTo(
            "{\"message\":\"the settings of live pictures are one JSON object with model, layer,"
                + " height and width, but this is none\"}");
  }

  @Test
  void aPageThatGoesDropsWhatWaitsForIt() throws Exception {
    var held = new CountDownLatch(1);
    var page = new Page();
    work.submit("other", "", wanted -> await(held));
    CompletableFuture<String> waiting = work.submit("page", "look", wanted -> "look");

    page.socket.sendClose(WebSocket.NORMAL_CLOSURE, "").join();

    assertThatThrownBy(waiting::join).hasRootCauseMessage("the page that asked is gone");
    held.countDown();
  }

  @Test
  void whoAsksMuchAndTakesNothingHoldsNoThreadThatWorks() throws Exception {
    var sockets = new ArrayList<Socket>();
    for (int i = 0; i < 8; i++) {
      sockets.add(send("GET /token/api/large HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n"));
    }
    sockets.get(0).shutdownOutput();

    byte[] small = http.send(request("small"), BodyHandlers.ofByteArray()).body();

    assertThat(small).hasSize(1);
    for (Socket socket : sockets) {
      socket.close();
    }
  }

  private Socket send(String text) throws IOException {
    var socket = new Socket("127.0.0.1", server.port());
    socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
    return socket;
  }

  private HttpRequest request(String path) {
    return HttpRequest.newBuilder(
            URI.create("http://127.0.0.1:%d/token/api/%s".formatted(server.port(), path)))
        .build();
  }

  private static Object await(CountDownLatch held) {
    try {
      held.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return held;
  }

  /** A page's end of the socket. */
  private final class Page implements WebSocket.Listener {
    final BlockingQueue<byte[]> answers = new LinkedBlockingQueue<>();
    final BlockingQueue<String> sentences = new LinkedBlockingQueue<>();
    private final ByteArrayOutputStream parts = new ByteArrayOutputStream();
    final WebSocket socket =
        http.newWebSocketBuilder()
            .buildAsync(
                URI.create("ws://127.0.0.1:%d/token/api/live?client=page".formatted(server.port())),
                this)
            .join();

    @Override
    public CompletionStage<?> onBinary(WebSocket from, ByteBuffer data, boolean last) {
      var part = new byte[data.remaining()];
      data.get(part);
      parts.writeBytes(part);
      if (last) {
        answers.add(parts.toByteArray());
        parts.reset();
      }
      from.request(1);
      return CompletableFuture.completedStage(null);
    }

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
      sentences.add(data.toString());
      from.request(1);
      return CompletableFuture.completedStage(null);
    }
  }
}
