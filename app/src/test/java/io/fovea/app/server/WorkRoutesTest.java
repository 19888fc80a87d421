package io.fovea.app.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.fovea.zoo.Models;
import io.javalin.Javalin;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Routes whose work goes wrong, or is dropped. */
@Timeout(60)
class WorkRoutesTest {
  private final Nets nets = new Nets(Models.of(), "tiny", 1, Long.MAX_VALUE);
  private final Inputs inputs = new Inputs(Long.MAX_VALUE);
  private final Work work = new Work(1, 16, Runnable::run);
  private final CountDownLatch begun = new CountDownLatch(1);
  private final HttpClient client = HttpClient.newHttpClient();
  private final Javalin server =
      Javalin.create(
          config -> {
            config.appData(Work.KEY, work);
            config.appData(Nets.KEY, nets);
            config.appData(Looks.KEY, new Looks(nets, inputs, Long.MAX_VALUE));
            Failures.add(config);
            WorkRoutes.json(config.routes, "/full", query -> full());
            WorkRoutes.json(config.routes, "/broken", query -> broken());
            config.routes.get(
                "/download",
                request ->
                    WorkRoutes.work(request, this::untilDropped, any -> request.status(200)));
          });

  private static Map<String, Object> full() {
    throw new OutOfMemoryError("on purpose");
  }

  private static Map<String, Object> broken() {
    throw new StackOverflowError("on purpose");
  }

  private String untilDropped(Query query) {
    begun.countDown();
    while (true) {
      query.wanted().check();
      Thread.onSpinWait();
    }
  }

  @BeforeEach
  void start() {
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
  void workThatNeedsMoreMemoryThanThereIsSaysSo() {
    HttpResponse<String> answer = get("full").join();

    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(answer.body()).contains("this needs more memory than the ").contains("-Xmx");
  }

  @Test
  void anotherErrorInWorkIsNamed() {
    HttpResponse<String> answer = get("broken").join();

    assertThat(answer.statusCode()).isEqualTo(500);
    assertThat(answer.body()).contains("failed while it answered this (StackOverflowError)");
  }

  @Test
  void aDownloadEndsWhenItIsNoLongerWanted() throws InterruptedException {
    CompletableFuture<HttpResponse<String>> answer = get("download?client=page");
    begun.await();

    work.leave("page");

    assertThat(answer.join().statusCode()).isEqualTo(409);
  }

  private CompletableFuture<HttpResponse<String>> get(String path) {
    URI address = URI.create("http://127.0.0.1:%d/%s".formatted(server.port(), path));
    return client.sendAsync(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
  }
}
