package io.fovea.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.fovea.network.Addition;
import io.fovea.network.AveragePooling2d;
import io.fovea.network.Axis;
import io.fovea.network.BatchNormalization;
import io.fovea.network.ClassificationOutput;
import io.fovea.network.ClippedRelu;
import io.fovea.network.Concatenation;
import io.fovea.network.Convolution2d;
import io.fovea.network.CrossChannelNormalization;
import io.fovea.network.Dilation;
import io.fovea.network.Dropout;
import io.fovea.network.Flatten;
import io.fovea.network.FullyConnected;
import io.fovea.network.GlobalAveragePooling2d;
import io.fovea.network.ImageInput;
import io.fovea.network.Layer;
import io.fovea.network.MaxPooling2d;
import io.fovea.network.Network;
import io.fovea.network.Padding;
import io.fovea.network.Parameter;
import io.fovea.network.Relu;
import io.fovea.network.Shapes;
import io.fovea.network.Size;
import io.fovea.network.Softmax;
import io.fovea.network.Stride;
import io.fovea.network.reference.Reference;
import io.fovea.onnx.OnnxReader;
import io.fovea.tensor.Shape;
import io.fovea.tensor.Tensor;
import io.fovea.testing.SharedData;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The explained value is the one that the reference computes, whatever the layer. */
class ArithmeticAgreesTest {
  private static final int PLACES = 40;

  @Test
  void onANetworkOfEveryTypeOfLayer() {
    Network network = everyType(new Random(1));

    assertThat(network.layers().stream().map(Layer::getClass).collect(Collectors.toSet()))
        .isEqualTo(Set.of(Layer.class.getPermittedSubclasses()));
    assertAgrees(network, Shape.of(1, 3, 11, 9));
  }

  @Test
  void onSqueezeNet() {
    var file = SharedData.require("models/squeezenet/model.onnx");

    assertAgrees(OnnxReader.read(file).network(), Shape.of(1, 3, 67, 71));
  }

  private static void assertAgrees(Network network, Shape picture) {
    var random = new Random(2);
    String data = network.imageInputs().get(0).name();
    Tensor input = Params.tensor(random, picture);
    Map<String, Shape> shapes = Shapes.of(network, Map.of(data, picture));
    var activations = Reference.activations(network, Map.of(data, input));
    var tensors = new HashMap<String, Tensor>();
    activations.forEach(
        (name, values) -> tensors.put(name, Params.tensor(shapes.get(name), values)));
    for (Layer layer : network.layers()) {
      List<Tensor> taken =
          layer.inputs().isEmpty()
              ? List.of(input)
              : layer.inputs().stream().map(tensors::get).toList();
      for (int i = 0; i < PLACES; i++) {
        assertAgrees(layer, taken, tensors.get(layer.name()), activations, random);
      }
    }
  }

  private static void assertAgrees(
      Layer layer, List<Tensor> taken, Tensor own, Map<String, double[]> all, Random random) {
    Shape shape = own.shape();
    int channel = random.nextInt(shape.channels());
    int row = random.nextInt(shape.height());
    int column = random.nextInt(shape.width());
    double[] values = all.get(layer.name());
    double expected = values[(channel * shape.height() + row) * shape.width() + column];
    double largest = 0;
    for (double value : values) {
      largest = Math.max(largest, Math.abs(value));
    }
    assertThat(Arithmetic.of(layer, taken, channel, row, column).value())
        .as("%s, channel %d, row %d, column %d", layer.name(), channel, row, column)
        .isCloseTo(expected, within(1e-5 * Math.abs(expected) + 1e-6 * largest));
  }

  private static Network everyType(Random random) {
    return Network.of(
        "every type",
        List.of(
            ImageInput.of("data", 11, 9, 3),
            convolution(random, "conv", "data", 8, 3, 3)
                .withStride(Stride.of(1, 2))
                .withPadding(Padding.of(2, 0, 1, 3))
                .withDilation(Dilation.of(2, 1)),
            new BatchNormalization(
                "bn",
                "conv",
                1e-5f,
                Params.random("Scale", random, 8),
                Params.random("Offset", random, 8),
                Params.random("TrainedMean", random, 8),
                Parameter.of("TrainedVariance", new float[] {1, 2, 3, 4, 5, 6, 7, 8}, 8)),
            new Relu("relu", "bn"),
            new CrossChannelNormalization("lrn", "relu", 4, 1, 0.75f, 2),
            MaxPooling2d.of("max", "lrn", Size.of(3, 2), Stride.of(2, 1))
                .withPadding(Padding.of(1, 0, 0, 1))
                .withCeilMode(),
            convolution(random, "depthwise", "max", 16, 1, 3)
                .withGroups(8)
                .withPadding(Padding.SAME),
            new ClippedRelu("clipped", "depthwise", 1),
            convolution(random, "grouped", "clipped", 16, 4, 1).withGroups(4),
            Addition.of("sum", "grouped", "clipped", "mean"),
            new GlobalAveragePooling2d("mean", "grouped"),
            Concatenation.of("cat", "sum", "max"),
            new Concatenation("rows", List.of("cat", "cat"), Axis.HEIGHT),
            AveragePooling2d.of("average", "rows", Size.of(3), Stride.of(2))
                .withPadding(Padding.of(1))
                .withPaddingCounted()
                .withCeilMode(),
            new Softmax("columns", "average", Axis.WIDTH),
            new Dropout("drop", "columns", 0.5f),
            new Flatten("flat", "drop"),
            full(random),
            Softmax.of("softmax", "full"),
            new ClassificationOutput("output", "softmax", List.of())));
  }

  private static FullyConnected full(Random random) {
    return new FullyConnected(
        "full", "flat", Params.random("Weights", random, 20, 24 * 6 * 4), Optional.empty());
  }

  private static Convolution2d convolution(
      Random random, String name, String input, int filters, int channels, int side) {
    return Convolution2d.of(
        name,
        input,
        Params.random("Weights", random, filters, channels, side, side),
        Params.random("Bias", random, filters));
  }
}
