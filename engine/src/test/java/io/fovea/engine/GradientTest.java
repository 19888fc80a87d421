package io.fovea.engine;

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
import io.fovea.network.Relu;
import io.fovea.network.Size;
import io.fovea.network.Softmax;
import io.fovea.network.Stride;
import io.fovea.tensor.Shape;
import io.fovea.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Gradients of each layer type, by themselves and fused, against finite differences. */
class GradientTest {
  private final RandomLayers random = new RandomLayers(11);

  @Test
  void convolution() {
    check(Shape.of(2, 3, 6, 7), convolution("conv", "in", 5, 3, 3).withPadding(Padding.of(1)));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void convolutionsOfAnyShape(long seed) {
    var any = new RandomLayers(seed);
    int groups = any.coin() ? 1 : any.between(1, 3);
    int channels = groups * any.between(1, 4);
    int filters = groups * any.between(1, 4);
    var convolution =
        new Convolution2d(
            "conv",
            "in",
            Stride.of(any.between(1, 2), any.between(1, 2)),
            Padding.of(any.between(0, 1), any.between(0, 1), any.between(0, 1), any.between(0, 1)),
            Dilation.of(any.between(1, 2)),
            groups,
            any.parameter(
                "Weights", filters, channels / groups, any.between(1, 3), any.between(1, 3)),
            any.coin() ? Optional.of(any.parameter("Bias", filters)) : Optional.empty());
    check(Shape.of(2, channels, 7, 6), convolution);
  }

  @Test
  void depthwiseConvolution() {
    check(
        Shape.of(2, 8, 5, 5),
        convolution("conv", "in", 8, 1, 3).withGroups(8).withPadding(Padding.of(1)));
  }

  @Test
  void reluThatItsConvolutionApplies() {
    check(Shape.of(2, 3, 6, 6), convolution("conv", "in", 16, 3, 3), new Relu("relu", "conv"));
  }

  @Test
  void reluByItself() {
    check(Shape.of(1, 16, 4, 4), new Relu("relu", "in"));
  }

  @Test
  void clippedRelu() {
    check(Shape.of(2, 16, 4, 4), new ClippedRelu("six", "in", .5f));
    check(
        Shape.of(2, 3, 6, 6),
        convolution("conv", "in", 16, 3, 3),
        normalization("bn", "conv", 16),
        new ClippedRelu("six", "bn", 1));
  }

  @Test
  void maxPoolingWithCeilMode() {
    check(
        Shape.of(2, 16, 7, 8),
        MaxPooling2d.of("pool", "in", Size.of(3), Stride.of(2)).withCeilMode());
  }

  @Test
  void maxPoolingOverARelu() {
    check(
        Shape.of(2, 3, 8, 8),
        convolution("conv", "in", 16, 3, 3),
        new Relu("relu", "conv"),
        MaxPooling2d.of("pool", "relu", Size.of(3), Stride.of(2)).withCeilMode(),
        convolution("next", "pool", 4, 16, 1));
  }

  @Test
  void maxPoolingOverAConcatenationOfRelus() {
    check(
        Shape.of(2, 3, 6, 6),
        convolution("a", "in", 16, 3, 1),
        new Relu("reluA", "a"),
        convolution("b", "in", 16, 3, 3).withPadding(Padding.of(1)),
        new Relu("reluB", "b"),
        Concatenation.of("both", "reluA", "reluB"),
        MaxPooling2d.of("pool", "both", Size.of(3), Stride.of(2)),
        convolution("next", "pool", 4, 32, 1));
  }

  @Test
  void maxPoolingOverAReluThatSomebodyElseTakesToo() {
    check(
        Shape.of(2, 3, 6, 6),
        convolution("conv", "in", 16, 3, 1),
        new Relu("relu", "conv"),
        MaxPooling2d.of("pool", "relu", Size.of(3), Stride.ONE).withPadding(Padding.of(1)),
        Addition.of("sum", "pool", "relu"));
  }

  @Test
  void averagePoolingOverItsInputAlone() {
    check(
        Shape.of(2, 5, 7, 8),
        AveragePooling2d.of("pool", "in", Size.of(3), Stride.of(2)).withPadding(Padding.of(1)));
  }

  @Test
  void averagePoolingThatCountsPaddingAndHangsOver() {
    check(
        Shape.of(1, 5, 6, 6),
        AveragePooling2d.of("pool", "in", Size.of(3), Stride.of(2))
            .withPadding(Padding.of(1))
            .withPaddingCounted()
            .withCeilMode());
  }

  @Test
  void globalAveragePooling() {
    check(Shape.of(2, 20, 3, 5), new GlobalAveragePooling2d("pool", "in"));
  }

  @Test
  void fullyConnectedAfterFlatten() {
    check(
        Shape.of(3, 4, 3, 2),
        new Flatten("flat", "in"),
        FullyConnected.of(
            "fc", "flat", random.parameter("Weights", 7, 24), random.parameter("Bias", 7)),
        new Relu("relu", "fc"));
  }

  @Test
  void fullyConnectedStraightAfterAConvolution() {
    check(
        Shape.of(2, 3, 4, 4),
        convolution("conv", "in", 16, 3, 3),
        new FullyConnected("fc", "conv", random.parameter("Weights", 3, 64), Optional.empty()));
  }

  @Test
  void batchNormalizationWithGatheredStatistics() {
    check(Shape.of(2, 16, 3, 3), normalization("bn", "in", 16), new Relu("relu", "bn"));
  }

  @Test
  void crossChannelNormalization() {
    check(Shape.of(1, 16, 3, 3), new CrossChannelNormalization("lrn", "in", 5, 0.5f, 0.75f, 2));
  }

  @Test
  void additionOfBranches() {
    check(
        Shape.of(2, 16, 4, 4),
        convolution("a", "in", 16, 16, 1),
        convolution("b", "in", 16, 16, 1),
        Addition.of("sum", "a", "b", "in"),
        new Relu("relu", "sum"));
  }

  @Test
  void additionOfALayerToItself() {
    check(Shape.of(1, 16, 3, 3), Addition.of("twice", "in", "in"));
  }

  @Test
  void additionThatRepeatsAnAxis() {
    check(
        Shape.of(2, 16, 3, 3),
        new GlobalAveragePooling2d("mean", "in"),
        Addition.of("shifted", "mean", "in"));
  }

  @Test
  void concatenationOfWholeBlocksWithTheirRelus() {
    check(
        Shape.of(2, 3, 4, 4),
        convolution("a", "in", 16, 3, 1),
        new Relu("reluA", "a"),
        convolution("b", "in", 32, 3, 3).withPadding(Padding.of(1)),
        new Relu("reluB", "b"),
        Concatenation.of("both", "reluA", "reluB"),
        convolution("c", "both", 16, 48, 1));
  }

  @Test
  void concatenationOfOneReluAndOneConvolution() {
    check(
        Shape.of(2, 3, 4, 4),
        convolution("a", "in", 16, 3, 1),
        new Relu("reluA", "a"),
        convolution("b", "in", 16, 3, 1),
        Concatenation.of("both", "reluA", "b"));
  }

  @Test
  void concatenationOfAReluThatSomebodyElseTakesToo() {
    check(
        Shape.of(2, 3, 4, 4),
        convolution("a", "in", 16, 3, 1),
        new Relu("reluA", "a"),
        convolution("b", "reluA", 16, 16, 1),
        new Relu("reluB", "b"),
        Concatenation.of("both", "reluA", "reluB"));
  }

  @Test
  void twoConcatenationsOfTheSameLayers() { // parts of two buffers of one size
    check(
        Shape.of(2, 3, 4, 4),
        convolution("a", "in", 16, 3, 1),
        convolution("b", "in", 16, 3, 1),
        Concatenation.of("ab", "a", "b"),
        Concatenation.of("ba", "b", "a"),
        Addition.of("sum", "ab", "ba"));
  }

  @Test
  void concatenationOfALayerWithItself() {
    check(
        Shape.of(2, 3, 4, 4),
        convolution("a", "in", 16, 3, 1),
        Concatenation.of("twice", "a", "a"),
        convolution("next", "twice", 4, 32, 1));
  }

  @Test
  void concatenationOfPartsOfBlocks() {
    check(
        Shape.of(2, 3, 4, 4),
        convolution("a", "in", 5, 3, 1),
        convolution("b", "in", 7, 3, 1),
        Concatenation.of("both", "a", "b"),
        convolution("c", "both", 4, 12, 1));
  }

  @Test
  void concatenationOfRows() {
    check(
        Shape.of(2, 16, 4, 4),
        convolution("a", "in", 16, 16, 1),
        convolution("b", "in", 16, 16, 1),
        new Concatenation("both", List.of("a", "b"), Axis.HEIGHT),
        new Relu("relu", "both"));
  }

  @Test
  void softmaxAndWhatOnlyPassesOn() {
    check(
        Shape.of(2, 6, 1, 1),
        new Dropout("drop", "in", 0.5f),
        Softmax.of("prob", "drop"),
        new ClassificationOutput("out", "prob", List.of()));
  }

  @Test
  void aWholeSmallNetwork() {
    check(
        Shape.of(2, 3, 12, 12),
        convolution("conv1", "in", 16, 3, 3).withStride(2).withPadding(Padding.of(1)),
        new Relu("relu1", "conv1"),
        AveragePooling2d.of("pool1", "relu1", Size.of(2), Stride.of(2)),
        convolution("squeeze", "pool1", 4, 16, 1),
        normalization("bn", "squeeze", 4),
        new Relu("reluS", "bn"),
        convolution("e1", "reluS", 16, 4, 1),
        new Relu("reluE1", "e1"),
        convolution("e3", "reluS", 16, 4, 3).withPadding(Padding.of(1)),
        new Relu("reluE3", "e3"),
        Concatenation.of("concat", "reluE1", "reluE3"),
        convolution("conv10", "concat", 5, 32, 1),
        new GlobalAveragePooling2d("pool10", "conv10"));
  }

  @Test
  void batchNormalizationOfTheBatch() {
    // y = scale · (x − m) / √(v + ε) + offset with the batch's own m and v; in doubles here.
    var shape = Shape.of(3, 2, 2, 2);
    var layer = normalization("bn", "in", 2);
    Tensor input = random.tensor(shape);
    Tensor weights = random.tensor(shape);
    var request = TrainingRequest.of(network(shape, layer), 3).withGradients(List.of("in"));
    try (var engine = Engine.of(network(shape, layer));
        var plan = engine.compile(request)) {
      plan.forward(input, 0);
      plan.backward(weights);
      var differences =
          FiniteDifferences.of(
              input.toArray(), x -> normalized(layer, Tensor.of(shape, x), weights));
      assertThat(Comparison.difference(plan.gradient("in"), differences)).isLessThan(1e-5);
      var statistics = plan.statistics().get("bn");
      assertThat(statistics.count()).isEqualTo(12);
      assertThat(statistics.mean()[1]).isCloseTo((float) mean(input, 1), within(1e-6f));
    }
  }

  @Test
  void batchNormalizationOfTheBatchWithItsReluIsTheSameAsWithoutFusion() {
    var shape = Shape.of(3, 16, 4, 4);
    var network = network(shape, normalization("bn", "in", 16), new Relu("relu", "bn"));
    Tensor input = random.tensor(shape);
    Tensor weights = random.tensor(shape);

    // Whoever wants the gradient between the two keeps them apart.
    Tensor fused = gradientOfInput(network, input, weights, List.of("in"));
    Tensor apart = gradientOfInput(network, input, weights, List.of("in", "bn"));

    assertThat(fused.toArray())
        .usingComparatorWithPrecision(1e-5f)
        .containsExactly(apart.toArray());
  }

  private static Tensor gradientOfInput(
      Network network, Tensor input, Tensor weights, List<String> gradients) {
    var request = TrainingRequest.of(network, input.shape().batch()).withGradients(gradients);
    try (var engine = Engine.of(network);
        var plan = engine.compile(request)) {
      plan.forward(input, 0);
      plan.backward(weights);
      return plan.gradient("in");
    }
  }

  private static double mean(Tensor x, int channel) {
    double sum = 0;
    for (int item = 0; item < x.shape().batch(); item++) {
      for (float value : values(x, item, channel)) {
        sum += value;
      }
    }
    return sum / (x.shape().batch() * x.shape().height() * x.shape().width());
  }

  private static float[] values(Tensor x, int item, int channel) {
    var values = new float[x.shape().height() * x.shape().width()];
    x.channel(item, channel).get(values);
    return values;
  }

  private static double normalized(BatchNormalization layer, Tensor x, Tensor weights) {
    double sum = 0;
    for (int channel = 0; channel < x.shape().channels(); channel++) {
      double mean = mean(x, channel);
      double squares = 0;
      for (int item = 0; item < x.shape().batch(); item++) {
        for (float value : values(x, item, channel)) {
          squares += (value - mean) * (value - mean);
        }
      }
      int count = x.shape().batch() * x.shape().height() * x.shape().width();
      double deviation = Math.sqrt(squares / count + layer.epsilon());
      for (int item = 0; item < x.shape().batch(); item++) {
        float[] factors = values(weights, item, channel);
        float[] inputs = values(x, item, channel);
        for (int i = 0; i < inputs.length; i++) {
          double normal = (inputs[i] - mean) / deviation;
          sum +=
              factors[i]
                  * (layer.scale().values().get(channel) * normal
                      + layer.offset().values().get(channel));
        }
      }
    }
    return sum;
  }

  private void check(Shape shape, Layer... layers) {
    FiniteDifferences.check(network(shape, layers), random.tensor(shape), random);
  }

  private static Network network(Shape shape, Layer... layers) {
    var all = new ArrayList<Layer>();
    all.add(ImageInput.of("in", shape.height(), shape.width(), shape.channels()));
    all.addAll(List.of(layers));
    return Network.of("net", all);
  }

  private BatchNormalization normalization(String name, String input, int channels) {
    return new BatchNormalization(
        name,
        input,
        1e-5f,
        random.parameter("Scale", channels),
        random.parameter("Offset", channels),
        random.parameter("TrainedMean", channels),
        random.positive("TrainedVariance", channels));
  }

  private Convolution2d convolution(
      String name, String input, int filters, int channels, int side) {
    return Convolution2d.of(
        name,
        input,
        random.parameter("Weights", filters, channels, side, side),
        random.parameter("Bias", filters));
  }
}
