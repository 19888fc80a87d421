package io.fovea.app.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.fovea.app.TinyOnnx;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A network without an image input: its layers are told, and why it can't be shown anything. */
@Timeout(120)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BlindNetworkTest {
  private final String model;
  private final Served served;

  BlindNetworkTest(@TempDir Path folder) throws IOException {
    model = TinyOnnx.blind(folder).toString();
    served = Served.start(model);
  }

  @AfterAll
  void stop() {
    served.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "api/look?",
        "api/inputs/picture?",
        "api/tiles?layer=both&",
        "api/explain?layer=both&channel=0&row=0&column=0&",
        "api/report.html?layer=both&",
        "api/scores.csv?",
        "api/find?box=0,0,1,1&"
      })
  void whatNeedsAPictureIsRefusedInOneSentence(String path) throws Exception {
    HttpResponse<byte[]> answer = get(path + "input=sample:face&");

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(Served.message(answer))
        .endsWith(
            " has no image input, so that it can't be shown anything; look at its layers and"
                + " weights, or choose another network");
  }

  @Test
  void itsFaultsAreTold() throws Exception {
    HttpResponse<byte[]> answer = get("api/network?");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(Served.json(answer)).doesNotContainKey("input");
    assertThat(Served.json(answer).getArray("faults").getObject(0).getString("message"))
        .startsWith("the network has no image input");
  }

  @Test
  void itsWeightsCanBeLookedAt() throws Exception {
    assertThat(get("api/weights?layer=both&").statusCode()).isEqualTo(200);
  }

  private HttpResponse<byte[]> get(String path) throws IOException, InterruptedException {
    return served.get(path + "model=" + Served.encoded(model));
  }
}
