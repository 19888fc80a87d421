package io.fovea.bench;

import io.fovea.network.Concatenation;
import io.fovea.network.Convolution2d;
import io.fovea.network.FullyConnected;
import io.fovea.network.ImageInput;
import io.fovea.network.MaxPooling2d;
import io.fovea.network.Network;
import io.fovea.network.Padding;
import io.fovea.network.Parameter;
import io.fovea.network.Relu;
import io.fovea.network.Size;
import io.fovea.network.Softmax;
import io.fovea.network.Stride;
import java.util.List;
import java.util.Random;

/** A network so small that it runs a hundred thousand times in minutes. */
final class SoakNetwork {
  private final Random random = new Random(1);

  /** Convolutions, pooling, concatenation and a classifier over 16 × 16 × 3. */
  Network network() {
    return Network.of(
        "soak",
        List.of(
            ImageInput.of("data", 16, 16, 3),
            convolution("conv1", "data", 16, 3, 3).withPadding(Padding.of(1)),
            new Relu("relu1", "conv1"),
            MaxPooling2d.of("pool1", "relu1", new Size(2, 2), Stride.of(2)),
            convolution("expand1x1", "pool1", 16, 16, 1),
            new Relu("relu2", "expand1x1"),
            convolution("expand3x3", "pool1", 16, 16, 3).withPadding(Padding.of(1)),
            new Relu("relu3", "expand3x3"),
            Concatenation.of("concat", "relu2", "relu3"),
            FullyConnected.of(
                "fc", "concat", parameter("Weights", 10, 32 * 8 * 8), parameter("Bias", 10)),
            Softmax.of("prob", "fc")));
  }

  private Convolution2d convolution(
      String name, String input, int filters, int channels, int kernel) {
    return Convolution2d.of(
        name,
        input,
        parameter("Weights", filters, channels, kernel, kernel),
        parameter("Bias", filters));
  }

  private Parameter parameter(String name, int... dimensions) {
    int count = 1;
    for (int dimension : dimensions) {
      count *= dimension;
    }
    var values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = (float) random.nextGaussian() / 10;
    }
    return Parameter.of(name, values, dimensions);
  }
}
