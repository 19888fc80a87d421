package io.fovea.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.fovea.network.reference.Reference;
import io.fovea.tensor.Shape;
import io.fovea.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class BatchNormalizationFoldingTest {
  private static final ImageInput DATA = ImageInput.of("data", 5, 6, 4);

  private final SplittableRandom random = new SplittableRandom(3);

  @Test
  void aFilterAndItsBiasTakeWhatTheNormalizationDoes() { // f = 6 / √(8 + 1) = 2
    var conv = Convolution2d.of("conv", "data", of("Weights", 3, 1, 1, 1, 1), of("Bias", 5, 1));
    var bn =
        new BatchNormalization(
            "bn",
            "conv",
            1,
            of("Scale", 6, 1),
            of("Offset", 10, 1),
            of("TrainedMean", 1, 1),
            of("TrainedVariance", 8, 1));
    Network network = Network.of("net", List.of(ImageInput.of("data", 2, 2, 1), conv, bn));

    assertThat(BatchNormalizationFolding.fold(network).layers())
        .containsExactly(
            network.layer("data"),
            Convolution2d.of( // 2 · 3 and 10 + 2 · (5 − 1)
                "conv", "data", of("Weights", 6, 1, 1, 1, 1), of("Bias", 18, 1)));
  }

  @Test
  void activationsStayWhatTheyWere() {
    var grouped =
        convolution("grouped", "data", 6, 2, Optional.of(random("Bias", 6)))
            .withGroups(2)
            .withStride(2)
            .withPadding(Padding.of(1));
    var plain = convolution("plain", "relu", 3, 6, Optional.empty());
    var full = new FullyConnected("full", "bn2", random("Weights", 5, 3 * 1 * 1), Optional.empty());
    Network network =
        Network.of(
            "net",
            List.of(
                DATA,
                grouped,
                normalization("bn1", "grouped", 6),
                new Relu("relu", "bn1"),
                plain,
                normalization("bn2", "plain", 3),
                full,
                normalization("bn3", "full", 5),
                new Relu("end", "bn3")));

    Network folded = BatchNormalizationFolding.fold(network);

    assertThat(names(folded)).containsExactly("data", "grouped", "relu", "plain", "full", "end");
    var values = new float[2 * 4 * 5 * 6];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) random.nextDouble(-1, 1);
    }
    var inputs = Map.of("data", Tensor.of(Shape.of(2, 4, 5, 6), values));
    Map<String, double[]> expected = Reference.activations(network, inputs);
    Map<String, double[]> actual = Reference.activations(folded, inputs);
    assertThat(actual.get("relu")).containsExactly(expected.get("relu"), within(1e-6));
    assertThat(actual.get("end")).containsExactly(expected.get("end"), within(1e-5));
  }

  @Test
  void twoInARowAreBothFolded() {
    Network network =
        Network.of(
            "net",
            List.of(
                DATA,
                convolution("conv", "data", 2, 4, Optional.empty()),
                normalization("bn1", "conv", 2),
                normalization("bn2", "bn1", 2)));

    assertThat(names(BatchNormalizationFolding.fold(network))).containsExactly("data", "conv");
  }

  @Test
  void aConvolutionThatOthersTakeTooStays() {
    Network network =
        Network.of(
            "net",
            List.of(
                DATA,
                convolution("conv", "data", 2, 4, Optional.empty()),
                normalization("bn", "conv", 2),
                Addition.of("sum", "conv", "bn")));

    assertThat(BatchNormalizationFolding.fold(network).layers()).isEqualTo(network.layers());
  }

  @Test
  void normalizationOfAnInputStays() {
    Network network = Network.of("net", List.of(DATA, normalization("bn", "data", 4)));

    assertThat(BatchNormalizationFolding.fold(network).layers()).isEqualTo(network.layers());
  }

  @Test
  void aliasesOfTheNormalizationFindTheConvolution() {
    Network network =
        Network.of(
                "net",
                List.of(
                    DATA,
                    convolution("conv", "data", 2, 4, Optional.empty()),
                    normalization("bn", "conv", 2)))
            .withAliases(Map.of("norm", "bn"));

    assertThat(BatchNormalizationFolding.fold(network).layer("norm").name()).isEqualTo("conv");
  }

  private Convolution2d convolution(
      String name, String input, int filters, int channels, Optional<Parameter> bias) {
    return new Convolution2d(
        name,
        input,
        Stride.ONE,
        Padding.NONE,
        Dilation.ONE,
        1,
        random("Weights", filters, channels, 3, 3),
        bias);
  }

  private BatchNormalization normalization(String name, String input, int channels) {
    var variance = random("TrainedVariance", channels).toArray();
    for (int i = 0; i < channels; i++) {
      variance[i] = Math.abs(variance[i]) + .1f;
    }
    return new BatchNormalization(
        name,
        input,
        1e-5f,
        random("Scale", channels),
        random("Offset", channels),
        random("TrainedMean", channels),
        Parameter.of("TrainedVariance", variance, channels));
  }

  private Parameter random(String name, int... dimensions) {
    int count = 1;
    for (int dimension : dimensions) {
      count *= dimension;
    }
    var values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = (float) random.nextDouble(-1, 1);
    }
    return Parameter.of(name, values, dimensions);
  }

  private static Parameter of(String name, float value, int... dimensions) {
    return Parameter.of(name, new float[] {value}, dimensions);
  }

  private static List<String> names(Network network) {
    var names = new ArrayList<String>();
    network.layers().forEach(layer -> names.add(layer.name()));
    return names;
  }
}
