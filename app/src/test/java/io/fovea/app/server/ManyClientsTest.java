package io.fovea.app.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Many at once, those who go away, and the end. */
@Timeout(180)
class ManyClientsTest {
  private static final int CLIENTS = 50;
  private static final int MORE_THAN_THREADS = 300;
  private static final String LOOK = "?model=squeezenet&input=";

  @Test
  void fiftyAtOnceAreAllAnswered() throws Exception {
    ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
    try (Served served = Served.start()) {
      List<Callable<List<Integer>>> all =
          IntStream.range(0, CLIENTS)
              .<Callable<List<Integer>>>mapToObj(client -> () -> explore(served, client))
              .toList();

      for (Future<List<Integer>> each : clients.invokeAll(all)) {
        assertThat(each.get()).containsOnly(200);
      }
    } finally {
      clients.shutdownNow();
    }
  }

  /** What a person does, each with a picture of their own. */
  private static List<Integer> explore(Served served, int client) throws Exception {
    var statuses = new ArrayList<Integer>();
    HttpResponse<byte[]> sent = served.send(client + ".png", UploadTest.png(40 + client, 60));
    statuses.add(sent.statusCode());
    String look = LOOK + Served.encoded(Served.json(sent).getString("id"));
    List<String> paths =
        List.of(
            "",
            "page/main.js",
            "api/start",
            "api/network?model=squeezenet",
            "api/look" + look,
            "api/tiles" + look + "&layer=conv1",
            "api/channel" + look + "&layer=conv1&channel=" + client,
            "api/explain" + look + "&layer=conv1&row=3&column=4&channel=" + client,
            "api/find" + look + "&box=10,10,60,60",
            "api/graph?model=squeezenet&open=fire2",
            "api/inputs/picture" + look);
    for (int i = 0; i < paths.size(); i++) {
      statuses.add(served.get(paths.get((i + client) % paths.size())).statusCode());
    }
    return statuses;
  }

  @Test
  void whileManyReportsAreMadeThePageStillComes() throws Exception {
    List<CompletableFuture<HttpResponse<byte[]>>> reports = List.of();
    try (Served served = Served.start()) {
      reports =
          IntStream.range(0, MORE_THAN_THREADS)
              .mapToObj(i -> served.ask("api/report.html" + LOOK + "sample:face&layer=conv1"))
              .toList();

      assertThat(served.get("page/main.js").statusCode()).isEqualTo(200);
      assertThat(reports).anyMatch(each -> !each.isDone());
    }
    for (CompletableFuture<HttpResponse<byte[]>> each : reports) {
      assertThat(each.handle((answer, failure) -> answer == null ? 0 : answer.statusCode()).join())
          .isIn(200, 409, 0); // made, dropped when the server ended, or cut off by it
    }
  }

  @Test
  void thoseWhoGoAwayHalfwayLeaveNothingBehind() throws Exception {
    try (Served served = Served.start()) {
      assertThat(served.get("api/look" + LOOK + "sample:face").statusCode()).isEqualTo(200);
      for (int i = 0; i < MORE_THAN_THREADS; i++) {
        goAway(served, i);
      }

      assertThat(served.get("api/start").statusCode()).isEqualTo(200);
      assertThat(served.send("red.png", UploadTest.png(5, 5)).statusCode()).isEqualTo(200);
    }
  }

  private static void goAway(Served served, int how) throws IOException {
    try (Socket socket = served.connect()) {
      String host = "Host: 127.0.0.1:" + served.port() + "\r\n";
      String request =
          switch (how % 4) {
            case 0 -> "GET " + served.prefix();
            case 1 -> "GET " + served.prefix() + "api/start HTTP/1.1\r\n" + host;
            case 2 ->
                "POST %sapi/inputs?name=a.png HTTP/1.1\r\n%sOrigin: %s\r\nContent-Length: 9\r\n\r\nabc"
                    .formatted(served.prefix(), host, served.origin());
            default ->
                "GET %sapi/tiles%ssample:face&layer=conv1&size=512 HTTP/1.1\r\n%s\r\n"
                    .formatted(served.prefix(), LOOK, host);
          };
      socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
      if (how % 8 == 2) {
        socket.shutdownOutput();
      } else if (how % 4 == 3) {
        InputStream in = socket.getInputStream();
        assertThat(in.readNBytes(20)).startsWith("HTTP/1.1 200".getBytes(StandardCharsets.UTF_8));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET /",
        "POST %sapi/inputs?name=a.png HTTP/1.1\r\nHost: %s\r\nOrigin: http://%2$s\r\n"
            + "Content-Length: 9\r\n\r\nabc",
      })
  void whoWaitsWithHalfARequestDoesNotHoldUpOthers(String half) throws Exception {
    var waiting = new ArrayList<Socket>();
    try (Served served = Served.start()) {
      byte[] bytes =
          half.formatted(served.prefix(), "127.0.0.1:" + served.port())
              .getBytes(StandardCharsets.ISO_8859_1);
      for (int i = 0; i < MORE_THAN_THREADS; i++) {
        Socket socket = served.connect();
        waiting.add(socket);
        socket.getOutputStream().write(bytes);
      }

      assertThat(served.get("api/start").statusCode()).isEqualTo(200);
    } finally {
      for (Socket each : waiting) {
        each.close();
      }
    }
  }

  @Test
  void whenItEndsNoThreadIsLeft() throws Exception {
    Set<Thread> threadsBefore = Thread.getAllStackTraces().keySet();
    Served served = Served.start();
    assertThat(served.send("red.png", UploadTest.png(5, 5)).statusCode()).isEqualTo(200);
    assertThat(served.get("api/look" + LOOK + "sample:face").statusCode()).isEqualTo(200);

    served.close();

    for (Thread each : Thread.getAllStackTraces().keySet()) {
      if (!threadsBefore.contains(each) && !isJavasOwn(each)) {
        each.join(30_000);
        assertThat(each.isAlive()).as(each.getName()).isFalse();
      }
    }
  }

  /** The client's of the test, and those of the pool that all of Java shares. */
  private static boolean isJavasOwn(Thread thread) {
    return thread.getName().startsWith("HttpClient")
        || thread.getName().startsWith("ForkJoinPool.commonPool");
  }
}
