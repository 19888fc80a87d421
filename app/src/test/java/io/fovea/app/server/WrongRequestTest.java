package io.fovea.app.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.fovea.app.TinyOnnx;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each wrong request gets one sentence, to the letter. */
@Timeout(120)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WrongRequestTest {
  private final Served served = Served.start();

  @AfterAll
  void stop() {
    served.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "nothing | 404 | there is nothing at this address; open the one that fovea explore printed",
        "api/ | 404 | there is nothing at this address; open the one that fovea explore printed",
        "api/network | 400 | the address lacks \"model\"; add it",
        "api/network?model= | 400 | the address lacks \"model\"; add it",
        "api/network?model=/etc/passwd | 404 | there is no network named /etc/passwd here; start fovea explore with its path, or train it again if it was trained here",
        "api/network?model=../model.onnx | 404 | there is no network named ../model.onnx here; start fovea explore with its path, or train it again if it was trained here",
        "api/look?model=squeezenet | 400 | the address lacks \"input\"; add it",
        "api/look?model=squeezenet&input=/etc/passwd | 404 | the picture of this link isn't here any more; give it again, or choose a sample",
        "api/look?model=squeezenet&input=sent:../../x | 404 | the picture of this link isn't here any more; give it again, or choose a sample",
        "api/look?LOOK&size=7 | 400 | \"size\" is 7; it must be a whole number from 8 to 128",
        "api/look?LOOK&size=1e9 | 400 | \"size\" is 1e9; it must be a whole number from 8 to 128",
        "api/tiles?LOOK | 400 | the address lacks \"layer\"; add it",
        "api/tiles?LOOK&layer=conv1&size=9999999999 | 400 | \"size\" is 9999999999; it must be a whole number from 8 to 512",
        "api/channel?LOOK&layer=conv1 | 400 | the address lacks \"channel\"; add it",
        "api/channel?LOOK&layer=conv1&channel=64 | 400 | \"channel\" is 64; it must be a whole number from 0 to 63",
        "api/channel?LOOK&layer=conv1&channel=-1 | 400 | \"channel\" is -1; it must be a whole number from 0 to 63",
        "api/explain?LOOK&layer=conv1&channel=0&row=113&column=0 | 400 | \"row\" is 113; it must be a whole number from 0 to 112",
        "api/find?LOOK | 400 | the address lacks \"box\"; add it",
        "api/find?LOOK&box=1,2,3 | 400 | \"box\" is 1,2,3; it must be four whole numbers: top,left,bottom,right",
        "api/find?LOOK&box=9,9,1,1 | 400 | the box 9,9,1,1 (top, left, bottom, right) holds no pixel; draw a larger one",
        "api/find?LOOK&box=-5,0,10,10 | 400 | the box -5,0,10,10 (top, left, bottom, right) holds no pixel; draw a larger one",
      })
  void itIsSaidWhatIsWrong(String path, int status, String sentence) throws Exception {
    HttpResponse<byte[]> answer =
        served.get(path.replace("LOOK", "model=squeezenet&input=sample:face"));

    assertThat(Served.message(answer)).isEqualTo(sentence);
    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/json");
  }

  @ParameterizedTest
  @CsvSource({
    "api/tiles?LOOK&layer=conv9",
    "api/tiles?LOOK&layer=conv1&scale=loud",
    "api/look?model=squeezenet&input=sample:nothing",
    "api/folders?path=/etc",
    "api/trainings/1",
    "api/trainings/x/result"
  })
  void whatIsAskedForAndIsNotThereIsNoFailureOfTheServer(String path) throws Exception {
    HttpResponse<byte[]> answer =
        served.get(path.replace("LOOK", "model=squeezenet&input=sample:face"));

    assertThat(answer.statusCode()).isBetween(400, 499);
    assertThat(Served.message(answer)).isNotBlank().doesNotContain("Exception", "\n");
  }

  @ParameterizedTest
  @CsvSource({"'{'", "'[]'", "'{\"network\":7}'", "''", "'null'"})
  void aTrainingThatIsAskedForWronglyIsNoFailureOfTheServer(String body) throws Exception {
    HttpResponse<byte[]> answer = served.post("api/trainings", body.getBytes());

    assertThat(answer.statusCode()).isBetween(400, 499);
    assertThat(Served.message(answer)).isNotBlank().doesNotContain("Exception", "\n");
  }

  @Test
  void aNetworkOfAnInputThatIsTooLargeHasAFault() throws Exception {
    HttpResponse<byte[]> network =
        served.get("api/network?model=squeezenet&height=40000&width=40000");

    assertThat(Served.json(network).getArray("faults")).isNotEmpty();
  }

  @Test
  void aBlockOpenedTwiceIsOpenedOnce() throws Exception {
    assertThat(served.get("api/graph?model=squeezenet&open=fire2,fire2").body())
        .isEqualTo(served.get("api/graph?model=squeezenet&open=fire2").body());
  }

  @Test
  void aNetworkWithFaultsIsShownThoughItCannotRun(@TempDir Path folder) throws Exception {
    Path model = TinyOnnx.faulty(folder);
    String name = Served.encoded(model.toString());
    try (Served faulty = Served.start(model.toString())) {
      HttpResponse<byte[]> network = faulty.get("api/network?model=" + name);
      HttpResponse<byte[]> look = faulty.get("api/look?model=" + name + "&input=sample:face");

      assertThat(Served.json(network).getArray("faults").getObject(0))
          .containsEntry("layer", "both")
          .containsEntry("severity", "error");
      assertThat(faulty.get("api/graph?model=" + name).statusCode()).isEqualTo(200);
      assertThat(look.statusCode()).isEqualTo(400);
      assertThat(Served.message(look)).contains("both");
    }
  }

  @Test
  void aPathIsANetworkOnlyWhereItWasNamedAtStart(@TempDir Path folder) throws Exception {
    Path model = TinyOnnx.bright(folder);
    String name = Served.encoded(model.toString());
    try (Served named = Served.start(model.toString())) {
      assertThat(named.get("api/network?model=" + name).statusCode()).isEqualTo(200);
    }
    assertThat(served.get("api/network?model=" + name).statusCode()).isEqualTo(404);
  }
}
