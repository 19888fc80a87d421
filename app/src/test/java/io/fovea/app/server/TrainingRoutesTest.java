package io.fovea.app.server;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import com.grack.nanojson.JsonObject;
import io.fovea.zoo.Models;
import io.javalin.Javalin;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The training tab's part of the server, over HTTP. */
@Timeout(120)
class TrainingRoutesTest {
  @TempDir private Path temporary;
  private final HttpClient client = HttpClient.newHttpClient();
  private final Work work = new Work(1, 16, Runnable::run);
  private Nets nets = new Nets(Models.of(), "tiny", 1, Long.MAX_VALUE);
  private Path folder = Path.of("");
  private Trainings trainings = Trainings.of(Folders.of(List.of()), nets, 1);
  private Javalin server = Javalin.create();

  @BeforeEach
  void start() throws IOException {
    folder = TinyTraining.colours(Files.createDirectory(temporary.toRealPath().resolve("colours")));
    nets.add(TinyTraining.model("tiny"));
    trainings.close();
    trainings = Trainings.of(Folders.of(List.of(folder)), nets, 1);
    serve();
  }

  private void serve() {
    server =
        Javalin.create(
            config -> {
              config.appData(Work.KEY, work);
              config.appData(Nets.KEY, nets);
              new TrainingRoutes(trainings).add(config.routes, "/token/api/");
              Failures.add(config);
            });
    server.start("127.0.0.1", 0);
  }

  @AfterEach
  void stop() {
    trainings.close();
    work.close();
    server.stop();
    nets.close();
  }

  @Test
  void foldersAreListedFromThoseAllowed() throws Exception {
    assertThat(get("api/folders").getArray("folders").getObject(0).getString("path"))
        .isEqualTo(folder.toString());

    JsonObject inside = get("api/folders?path=" + encoded(folder));
    assertThat(inside.getBoolean("labelled")).isTrue();
    assertThat(inside.getArray("folders").getObject(2))
        .containsEntry("name", "red")
        .containsEntry("pictures", 5);
  }

  @Test
  void aFolderElsewhereIsRefused() throws Exception {
    HttpResponse<String> answer = send(request("api/folders?path=" + encoded(temporary)));

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("there is no such folder in those allowed at start");
  }

  @Test
  void theFormKnowsItsDefaults() throws Exception {
    JsonObject overview = get("api/trainings");

    assertThat(overview.getArray("architectures")).contains("squeezenet-bn");
    assertThat(overview.getObject("transfer").getInt("epochs")).isEqualTo(12);
    assertThat(overview.getObject("scratch").getInt("epochs")).isEqualTo(90);
  }

  @Test
  void aTrainingIsBegunWatchedAndItsNetworkTaken() throws Exception {
    JsonObject begun = TinyTraining.object(send(start(folder)).body());
    assertThat(begun.getString("name")).isEqualTo("trained-1");

    JsonObject end = lastEvent("api/trainings/1/events", "done");

    assertThat(end.getInt("iteration")).isEqualTo(end.getInt("iterations"));
    assertThat(get("api/trainings/1/result").getInt("count")).isEqualTo(3);
    HttpResponse<String> onnx = send(request("api/trainings/1/model.onnx"));
    assertThat(onnx.headers().firstValue("Content-Disposition"))
        .hasValue("attachment; filename=\"trained-1.onnx\"");
    HttpResponse<String> chart = send(request("api/trainings/1/confusion.svg"));
    assertThat(chart.headers().firstValue("Content-Disposition"))
        .hasValue("attachment; filename=\"trained-1-confusion.svg\"");
    assertThat(chart.body()).contains("<svg");
  }

  @Test
  void aNetworkThatIsBeingOpenedHoldsNoThreadThatWorks() throws Exception {
    try (var slow = new SlowNets()) {
      takeNetworksFrom(slow.nets());
      var begun = client.sendAsync(start(folder).build(), BodyHandlers.ofString());
      slow.awaitBegin();

      assertThat(work.submit("other", "", wanted -> "done").get(30, SECONDS)).isEqualTo("done");

      slow.open();
      assertThat(begun.get().statusCode()).isEqualTo(201);
    }
  }

  @Test
  void forATrainingThatIsRefusedNoNetworkIsOpened() throws Exception {
    try (var slow = new SlowNets()) {
      takeNetworksFrom(slow.nets());

      HttpResponse<String> answer = send(start(temporary)); // would wait for the network for ever

      assertThat(answer.body()).contains("there is no such folder in those allowed at start");
    }
  }

  private void takeNetworksFrom(Nets others) {
    server.stop();
    trainings.close();
    nets.close();
    nets = others;
    trainings = Trainings.of(Folders.of(List.of(folder)), nets, 1);
    serve();
  }

  @Test
  void oneThatIsStoppedGoesOn() throws Exception {
    post(
        "api/trainings",
        "{\"network\":\"tiny\",\"folder\":\"%s\",\"epochs\":1000,\"batch\":1}".formatted(folder));
    post("api/trainings/1/stop", "");
    lastEvent("api/trainings/1/events", "stopped");

    assertThat(post("api/trainings/1/resume", "").getString("phase")).isIn("preparing", "training");
  }

  @Test
  void whatIsNotThereIsSaid() throws Exception {
    assertThat(send(request("api/trainings/9")).body())
        .contains("there is no training 9; begin one");
    assertThat(send(request("api/trainings/x")).body())
        .contains("id: this must be a number, not x");
    assertThat(send(request("api/trainings/9/events")).body()).contains("event: gone");
  }

  private JsonObject get(String path) throws Exception {
    return TinyTraining.object(send(request(path)).body());
  }

  @Test
  void settingsOfAnySizeAreNotRead() throws Exception {
    var request = request("api/trainings").POST(BodyPublishers.ofString(" ".repeat(100_000)));

    HttpResponse<String> answer = send(request);

    assertThat(answer.statusCode()).isEqualTo(413);
    assertThat(answer.body()).contains("the settings of a training hold 64 kB at most");
  }

  private JsonObject post(String path, String body) throws Exception {
    return TinyTraining.object(send(request(path).POST(BodyPublishers.ofString(body))).body());
  }

  private HttpRequest.Builder start(Path pictures) {
    String settings = "{\"network\":\"tiny\",\"folder\":\"%s\"}".formatted(pictures);
    return request("api/trainings").POST(BodyPublishers.ofString(settings));
  }

  /** Listens until the training is at this. */
  private JsonObject lastEvent(String path, String phase) throws Exception {
    Iterator<String> lines =
        client.send(request(path).build(), BodyHandlers.ofLines()).body().iterator();
    while (lines.hasNext()) {
      String line = lines.next();
      if (line.startsWith("data: ") && line.contains("\"phase\":\"" + phase + "\"")) {
        return TinyTraining.object(line.substring("data: ".length()));
      }
    }
    throw new AssertionError("the stream ended before the training was " + phase);
  }

  private HttpRequest.Builder request(String path) {
    String accept = path.endsWith("events") ? "text/event-stream" : "*/*";
    return HttpRequest.newBuilder(
            URI.create("http://127.0.0.1:%d/token/%s".formatted(server.port(), path)))
        .header("Accept", accept);
  }

  private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    return client.send(request.build(), BodyHandlers.ofString());
  }

  private static String encoded(Path path) {
    return URLEncoder.encode(path.toString(), StandardCharsets.UTF_8);
  }
}
