package io.fovea.app.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonWriter;
import io.fovea.explain.Place;
import io.fovea.network.ClippedRelu;
import io.fovea.network.Convolution2d;
import io.fovea.network.ImageInput;
import io.fovea.network.MaxPooling2d;
import io.fovea.network.Network;
import io.fovea.network.Parameter;
import io.fovea.network.Relu;
import io.fovea.network.Size;
import io.fovea.network.Stride;
import java.util.List;
import org.junit.jupiter.api.Test;

/** One value of an input of 1 × 2, which a ReLU and a ReLU6 take. */
class ValueRoutesTest {
  private static final Parameter HUGE =
      Parameter.of("Weights", new float[] {Float.MAX_VALUE}, 1, 1, 1, 1);

  private final Network network =
      Network.of(
          "both",
          List.of(
              ImageInput.of("data", 1, 2, 1),
              new Relu("relu", "data"),
              new ClippedRelu("relu6", "data", 6),
              Convolution2d.of("huge", "data", HUGE, Parameter.of("Bias", new float[1], 1)),
              MaxPooling2d.of("pool", "data", new Size(1, 2), Stride.of(1))));

  @Test
  void eachReluThatTakesTheValueIsTold() {
    JsonArray next = explain("data", 9.25f, -1).getArray("next");

    assertThat(next).hasSize(2);
    assertThat(next.getObject(0)).containsEntry("layer", "relu").containsEntry("kind", "rectified");
    assertThat(next.getObject(0).getObject("arithmetic"))
        .containsEntry("before", 9.25)
        .containsEntry("value", 9.25);
  }

  @Test
  void aClippedReluHasItsCeiling() { // min(6, max(0, 9.25)) = 6
    JsonObject clipped = explain("data", 9.25f, -1).getArray("next").getObject(1);

    assertThat(clipped).containsEntry("layer", "relu6").containsEntry("kind", "clipped");
    assertThat(clipped.getObject("arithmetic"))
        .containsEntry("before", 9.25)
        .containsEntry("ceiling", 6.0)
        .containsEntry("value", 6.0);
  }

  @Test
  void aPoolingIsFollowedByNone() {
    assertThat(explain("pool", 9.25f, -1).getArray("next")).isEmpty();
  }

  @Test
  void howLargeTheInputIsTellsWhatIsPadding() {
    assertThat(explain("pool", 1, 2).getArray("inputSize")).containsExactly(1, 2);
  }

  @Test
  void aValueThatIsNotFiniteIsAWord() { // −2 times the greatest float
    assertThat(explain("huge", -2, 0)).containsEntry("value", "-Infinity");
  }

  private JsonObject explain(String layer, float... values) {
    Look look = TinyLooks.look(network, values);
    return TinyTraining.object(
        JsonWriter.string(ValueRoutes.explain(look, network.layer(layer), new Place(0, 0, 0))));
  }
}
