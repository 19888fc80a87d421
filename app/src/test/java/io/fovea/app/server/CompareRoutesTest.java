package io.fovea.app.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.grack.nanojson.JsonObject;
import java.io.IOException;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;

/** Two drawn samples through the bundled network, over HTTP. */
@Timeout(120)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CompareRoutesTest {
  private final Served served = Served.start();

  @AfterAll
  void stop() {
    served.close();
  }

  @Test
  void allLayersStandSideBySide() throws Exception {
    JsonObject head = Served.head(compare(""));

    assertThat(head.getArray("rows")).hasSize(68);
    assertThat(head.getArray("scores")).isNotEmpty();
  }

  @Test
  void oneLayerOpensToItsChannels() throws Exception {
    JsonObject head = Served.head(compare("&layer=conv1&count=3&size=16"));

    assertThat(head.getArray("ranked")).hasSize(3);
    assertThat(head.getObject("difference"))
        .containsEntry("height", 16)
        .containsEntry("offset", 2 * 3 * 16 * 16);
  }

  @Test
  void moreChannelsThanMayBeDrawnAreRefused() throws Exception {
    HttpResponse<byte[]> answer = compare("&layer=conv1&count=513");

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(Served.message(answer))
        .isEqualTo("\"count\" is 513; it must be a whole number from 1 to 512");
  }

  private HttpResponse<byte[]> compare(String more) throws IOException, InterruptedException {
    return served.get(
        "api/compare?model=squeezenet&input=sample:face&otherInput=sample:shapes" + more);
  }
}
