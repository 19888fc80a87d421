package io.fovea.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.fovea.network.Convolution2d;
import io.fovea.network.ImageInput;
import io.fovea.network.Network;
import io.fovea.network.Relu;
import io.fovea.tensor.Shape;
import java.util.List;
import org.bytedeco.javacpp.Pointer;
import org.junit.jupiter.api.Test;

/** A short soak; the long one is a program in bench. */
class SoakTest {
  private static final long SLACK = 32L << 20;

  @Test
  void thousandsOfRunsAndHundredsOfPlansKeepNativeMemoryFlat() {
    var random = new RandomLayers(3);
    var network =
        Network.of(
            "small",
            List.of(
                ImageInput.of("in", 64, 64, 16),
                Convolution2d.of(
                    "conv",
                    "in",
                    random.parameter("Weights", 64, 16, 3, 3),
                    random.parameter("Bias", 64)),
                new Relu("relu", "conv")));
    var input = random.tensor(Shape.of(1, 16, 64, 64));
    try (var engine = Engine.of(network)) {
      long before = 0;
      for (int round = 0; round < 300; round++) {
        try (var plan = engine.compile(PlanRequest.of(network, 1))) {
          for (int run = 0; run < 20; run++) {
            plan.run(input).get("relu").toTensor();
          }
        }
        if (round == 100) {
          before = Pointer.physicalBytes();
        }
      }
      // A plan holds about 2 MB: 200 that leaked would be 400.
      assertThat(Pointer.physicalBytes() - before).isLessThan(SLACK);
    }
  }
}
