package io.fovea.app.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.grack.nanojson.JsonObject;
import io.fovea.zoo.Models;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;

/** Two drawn samples through the bundled network, over HTTP. */
@Timeout(120)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CompareRoutesTest {
  private final HttpClient client = HttpClient.newHttpClient();
  private Optional<PageServer> server = Optional.empty();

  @BeforeAll
  void start() {
    var models = Models.ofEnvironment(Map.of());
    server =
        Optional.of(
            PageServer.start(
                new PageOptions(
                    models, "squeezenet", Optional.empty(), "127.0.0.1", 0, List.of(), 2)));
  }

  @AfterAll
  void stop() {
    server.ifPresent(PageServer::close);
  }

  @Test
  void allLayersStandSideBySide() throws Exception {
    JsonObject head = TinyLooks.head(get("").body());

    assertThat(head.getArray("rows")).hasSize(68);
    assertThat(head.getArray("scores")).isNotEmpty();
  }

  @Test
  void oneLayerOpensToItsChannels() throws Exception {
    JsonObject head = TinyLooks.head(get("&layer=conv1&count=3&size=16").body());

    assertThat(head.getArray("ranked")).hasSize(3);
    assertThat(head.getObject("difference"))
        .containsEntry("height", 16)
        .containsEntry("offset", 2 * 3 * 16 * 16);
  }

  @Test
  void moreChannelsThanMayBeDrawnAreRefused() throws Exception {
    HttpResponse<byte[]> answer = get("&layer=conv1&count=513");

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(new String(answer.body()))
        .contains("\\\"count\\\" is 513; it must be a whole number from 1 to 512");
  }

  private HttpResponse<byte[]> get(String more) throws IOException, InterruptedException {
    String address = server.orElseThrow().address();
    URI uri =
        URI.create(
            address
                + "api/compare?model=squeezenet&input=sample:face&otherInput=sample:shapes"
                + more);
    return client.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofByteArray());
  }
}
