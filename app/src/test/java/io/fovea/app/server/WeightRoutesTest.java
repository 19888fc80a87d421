package io.fovea.app.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.grack.nanojson.JsonObject;
import io.fovea.network.ClassificationOutput;
import io.fovea.network.Convolution2d;
import io.fovea.network.FullyConnected;
import io.fovea.network.ImageInput;
import io.fovea.network.Network;
import io.fovea.network.Parameter;
import io.fovea.network.Softmax;
import io.fovea.zoo.Card;
import io.fovea.zoo.Model;
import io.fovea.zoo.Models;
import io.javalin.http.Context;
import java.lang.reflect.Proxy;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The weights of a network whose layers have 0, 1, 2, ... for weights. */
@Timeout(60)
class WeightRoutesTest {
  private final Nets nets = new Nets(Models.of(), "tiny", 1, Long.MAX_VALUE);

  @BeforeEach
  void add() {
    var network =
        Network.of(
            "tiny",
            List.of(
                ImageInput.of("data", 4, 260, 1),
                convolution("single", "data", 2, 1),
                convolution("sliced", "single", 1, 2),
                FullyConnected.of("fc", "sliced", counting(2, 1024), zeros(2)),
                Softmax.of("prob", "fc"),
                new ClassificationOutput("output", "prob", List.of("even", "odd"))));
    Card card = TinyTraining.model("tiny").card();
    nets.add(Model.of(network, card));
    var colours =
        Network.of(
            "colours",
            List.of(
                ImageInput.of("picture", 4, 7, 3),
                convolution("first", "picture", 3, 3),
                convolution("second", "first", 2, 3)));
    nets.add(Model.of(colours, Card.of("colours", card.preprocessing())));
  }

  @AfterEach
  void close() {
    nets.close();
  }

  @Test
  void aLargeMatrixIsAveragedDown() { // two weights in one: 0 1 → 0.5, 2 3 → 2.5
    byte[] answer = weights(Map.of("layer", "fc"));

    JsonObject head = TinyLooks.head(answer);
    assertThat(head)
        .containsEntry("kind", "matrix")
        .containsEntry("height", 2)
        .containsEntry("width", 512)
        .containsEntry("sliced", false);
    assertThat(head.getArray("whole")).containsExactly(2, 1024);
    assertThat(head.getArray("limits").getObject(0).getDouble("greatest")).isEqualTo(2047);
    assertThat(values(answer, 2 * 512)).startsWith(0.5f, 2.5f).endsWith(2044.5f, 2046.5f);
  }

  @Test
  void ofManySlicesThoseOfTheWantedFilterAreShown() {
    JsonObject head = TinyLooks.head(weights(Map.of("layer", "sliced", "filter", "0")));

    assertThat(head)
        .containsEntry("kind", "slices")
        .containsEntry("sliced", true)
        .containsEntry("count", 2);
    assertThat(head.getArray("whole")).containsExactly(1, 3);
  }

  @Test
  void oneSliceOfEachFilterIsNoChoice() {
    assertThat(TinyLooks.head(weights(Map.of("layer", "single"))))
        .containsEntry("kind", "slices")
        .containsEntry("sliced", false);
  }

  @Test
  void filtersThatSeeAPicturesColoursAreInColour() {
    assertThat(TinyLooks.head(weights(Map.of("model", "colours", "layer", "first"))))
        .containsEntry("kind", "colour")
        .containsEntry("order", "RGB")
        .containsEntry("count", 3)
        .containsEntry("channels", 3);
  }

  @Test
  void threeChannelsOfAnotherLayerAreNoColours() { // filter 1 has 9 to 17, whose mean is 13
    byte[] answer = weights(Map.of("model", "colours", "layer", "second", "filter", "1"));

    assertThat(TinyLooks.head(answer))
        .containsEntry("kind", "slices")
        .containsEntry("sliced", true)
        .containsEntry("count", 3)
        .containsEntry("channels", 1);
    assertThat(values(answer, 9)).containsExactly(-4, -3, -2, -1, 0, 1, 2, 3, 4);
  }

  private byte[] weights(Map<String, String> asked) {
    return new WeightRoutes(nets)
        .weights(
            new Query(
                (Context)
                    Proxy.newProxyInstance(
                        Context.class.getClassLoader(),
                        new Class<?>[] {Context.class},
                        (self, method, arguments) ->
                            asked.getOrDefault(
                                (String) arguments[0],
                                arguments[0].equals("model") ? "tiny" : null))));
  }

  private static float[] values(byte[] answer, int count) {
    int bytes = count * Float.BYTES;
    var values = new float[count];
    ByteBuffer.wrap(answer, answer.length - bytes, bytes)
        .order(ByteOrder.LITTLE_ENDIAN)
        .asFloatBuffer()
        .get(values);
    return values;
  }

  /** Filters of 1 × 3. */
  private static Convolution2d convolution(String name, String input, int filters, int channels) {
    return Convolution2d.of(name, input, counting(filters, channels, 1, 3), zeros(filters));
  }

  private static Parameter counting(int... dimensions) {
    int count = 1;
    for (int dimension : dimensions) {
      count *= dimension;
    }
    var values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = i;
    }
    return Parameter.of("Weights", values, dimensions);
  }

  private static Parameter zeros(int count) {
    return Parameter.of("Bias", new float[count], count);
  }
}
