package io.fovea.app.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.fovea.network.ClassificationOutput;
import io.fovea.network.Convolution2d;
import io.fovea.network.ImageInput;
import io.fovea.network.Network;
import io.fovea.network.Parameter;
import java.util.List;
import org.junit.jupiter.api.Test;

class LookTest {
  @Test
  void scoresThatAreNotNumbersAreToldNotTakenForNone() { // 2 and −2 times the greatest float
    Look look =
        TinyLooks.look(
            Network.of(
                "overflow",
                List.of(
                    ImageInput.of("data", 1, 1, 1),
                    convolution(Float.MAX_VALUE, -Float.MAX_VALUE),
                    new ClassificationOutput("output", "fc", List.of("cat", "dog")))),
            2);

    assertThat(look.classification()).isEmpty();
    assertThat(look.whyNoScores())
        .isEqualTo(
            "output: the score of class 0 is Infinity; look for such values in the input and the"
                + " weights");
  }

  @Test
  void aNetworkThatTellsAClassAPlaceSaysHowItIs() {
    Look look =
        TinyLooks.look(
            Network.of("places", List.of(ImageInput.of("data", 1, 2, 1), convolution(1, -1))),
            3,
            4);

    assertThat(look.whyNoScores())
        .isEqualTo(
            "fc: its activation is 1 × 2 × 2, but scores are 1 × 1 × classes; look at it with"
                + " activations");
  }

  @Test
  void whereThereAreScoresNothingIsSaid() {
    Look look =
        TinyLooks.look(
            Network.of("sign", List.of(ImageInput.of("data", 1, 1, 1), convolution(1, -1))), 3);

    assertThat(look.classification()).isPresent();
    assertThat(look.whyNoScores()).isEmpty();
  }

  private static Convolution2d convolution(float... weights) {
    return Convolution2d.of(
        "fc",
        "data",
        Parameter.of("Weights", weights, weights.length, 1, 1, 1),
        Parameter.of("Bias", new float[weights.length], weights.length));
  }
}
