package io.fovea.app.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.fovea.image.SampleInput;
import io.fovea.zoo.Models;
import io.javalin.Javalin;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * What becomes of a picture that is sent, by itself: one thread works, in the order of the asks.
 */
@Timeout(60)
class InputRoutesTest {
  @TempDir private Path folder;

  private final Nets nets = new Nets(Models.of(), "tiny", 1, Long.MAX_VALUE);
  private final Inputs inputs = new Inputs(Long.MAX_VALUE);
  private final Looks looks = new Looks(nets, inputs, Long.MAX_VALUE);
  private final Work work = new Work(1, 16, Runnable::run);
  private final Javalin server =
      Javalin.create(
          config -> {
            config.appData(Work.KEY, work);
            config.appData(Nets.KEY, nets);
            new InputRoutes(nets, inputs, looks).add(config.routes, "/");
          });

  @BeforeEach
  void start() {
    nets.add(TinyTraining.model("tiny"));
    nets.get("tiny"); // while it was being opened, what was asked later would be done first
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
  void aPictureIsLookedAtBeforeItIsAskedFor() throws Exception {
    send("inputs?name=face.png&ahead=tiny");

    work.submit("", "", wanted -> "what was asked before is done").join();

    assertThat(looks.bytes()).isPositive();
  }

  @Test
  void aPictureThatNoModelWillLookAtIsOnlyTaken() throws Exception {
    send("inputs?name=face.png");

    work.submit("", "", wanted -> "what was asked before is done").join();

    assertThat(looks.bytes()).isZero();
  }

  private void send(String path) throws Exception {
    Path picture = folder.resolve("face.png");
    SampleInput.FACE.write(picture);
    URI address = URI.create("http://127.0.0.1:%d/%s".formatted(server.port(), path));
    var request = HttpRequest.newBuilder(address).POST(BodyPublishers.ofFile(picture)).build();
    assertThat(HttpClient.newHttpClient().send(request, BodyHandlers.discarding()).statusCode())
        .isEqualTo(200);
  }
}
