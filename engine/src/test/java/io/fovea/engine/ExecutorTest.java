package io.fovea.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each layer type against the reference, by itself and in each fusion it takes part in. */
class ExecutorTest {
  private final RandomLayers random = new RandomLayers(7);

  @Test
  void everyLayerTypeHasAnExecutor() {
    for (Class<?> type : Layer.class.getPermittedSubclasses()) {
      assertThat(Executors.has(type)).as(type.getSimpleName()).isTrue();
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
  void convolutionsOfAnyShape(long seed) {
    var any = new RandomLayers(seed);
    int groups = any.coin() ? 1 : any.between(1, 8);
    int channels = groups * any.between(1, 20);
    int filters = groups * any.between(1, 20);
    int kernelHeight = any.between(1, 5);
    int kernelWidth = any.between(1, 5);
    var convolution =
        new Convolution2d(
            "conv",
            "in",
            Stride.of(any.between(1, 3), any.between(1, 3)),
            Padding.of(any.between(0, 2), any.between(0, 2), any.between(0, 2), any.between(0, 2)),
            Dilation.of(any.between(1, 2), any.between(1, 2)),
            groups,
            any.parameter("Weights", filters, channels / groups, kernelHeight, kernelWidth),
            any.coin() ? Optional.of(any.parameter("Bias", filters)) : Optional.empty());
    var shape = Shape.of(any.between(1, 3), channels, any.between(11, 20), any.between(11, 20));
    check(shape, any, convolution, new Relu("relu", "conv"));
  }

  @Test
  void clippedReluByItselfAndBehindAConvolution() {
    check(Shape.of(2, 5, 4, 4), new ClippedRelu("six", "in", .5f));
    check(
        Shape.of(1, 3, 9, 9),
        convolution("conv", "in", 20, 3, 3),
        new ClippedRelu("six", "conv", 1.5f));
  }

  @Test
  void depthwiseConvolution() {
    check(
        Shape.of(2, 32, 14, 14),
        convolution("conv", "in", 32, 1, 3).withGroups(32).withPadding(Padding.of(1)));
  }

  @Test
  void samePaddingOfAnEvenKernel() {
    check(
        Shape.of(1, 16, 9, 10),
        convolution("upper", "in", 16, 16, 4).withPadding(Padding.SAME).withStride(2),
        convolution("lower", "in", 16, 16, 4).withPadding(Padding.SAME_LOWER).withStride(2));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
  void poolingOfAnyShape(long seed) {
    var any = new RandomLayers(seed);
    var kernel = Size.of(any.between(2, 4), any.between(2, 4));
    var stride = Stride.of(any.between(1, 3), any.between(1, 3));
    var padding =
        Padding.of(any.between(0, 1), any.between(0, 1), any.between(0, 1), any.between(0, 1));
    var max = MaxPooling2d.of("max", "in", kernel, stride).withPadding(padding);
    var average = AveragePooling2d.of("average", "in", kernel, stride).withPadding(padding);
    var shape =
        Shape.of(any.between(1, 2), any.between(1, 40), any.between(9, 16), any.between(9, 16));
    check(
        shape,
        any,
        max,
        max("maxCeil", max.withCeilMode()),
        average,
        rename("averageCeil", average.withCeilMode()),
        rename("averageCounted", average.withPaddingCounted()),
        rename("averageCeilCounted", average.withCeilMode().withPaddingCounted()));
  }

  @Test
  void dilatedPooling() {
    check(
        Shape.of(1, 16, 12, 12),
        MaxPooling2d.of("max", "in", Size.of(3), Stride.of(2)).withDilation(Dilation.of(2)),
        AveragePooling2d.of("average", "in", Size.of(3), Stride.ONE).withDilation(Dilation.of(2)));
  }

  @Test
  void globalAveragePooling() {
    check(Shape.of(2, 1000, 13, 13), new GlobalAveragePooling2d("pool", "in"));
  }

  @Test
  void fullyConnectedAfterConvolutionReadsChannelsThenRowsThenColumns() {
    check(
        Shape.of(2, 3, 8, 8),
        convolution("conv", "in", 20, 3, 3),
        FullyConnected.of(
            "fc", "conv", random.parameter("Weights", 10, 720), random.parameter("Bias", 10, 1)),
        new Relu("relu", "fc"));
  }

  @Test
  void flattenKeepsTheOrderOfPlainMemory() {
    check(
        Shape.of(2, 3, 8, 8),
        convolution("conv", "in", 20, 3, 3),
        new Flatten("flat", "conv"),
        new FullyConnected("fc", "flat", random.parameter("Weights", 7, 720), Optional.empty()),
        Softmax.of("prob", "fc"),
        new ClassificationOutput("out", "prob", List.of()));
  }

  @Test
  void batchNormalizationWithItsRelu() {
    check(
        Shape.of(2, 20, 9, 9),
        new BatchNormalization(
            "bn",
            "in",
            1e-5f,
            random.parameter("Scale", 20),
            random.parameter("Offset", 20),
            random.parameter("TrainedMean", 20),
            random.positive("TrainedVariance", 20)),
        new Relu("relu", "bn"));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 5, 7})
  void crossChannelNormalization(int window) {
    check(
        Shape.of(2, 20, 9, 9),
        new CrossChannelNormalization("lrn", "in", window, 0.1f, 0.75f, 1.5f));
  }

  @Test
  void crossChannelNormalizationRefusesAnEvenWindow() {
    // oneDNN takes (n − 1) / 2 channels on both sides, which for an even n isn't the window.
    assertThatThrownBy(
            () ->
                check(
                    Shape.of(1, 8, 4, 4),
                    new CrossChannelNormalization("lrn", "in", 4, 0.1f, 0.75f, 1)))
        .hasMessage("lrn: the engine normalizes across an odd number of channels only, not 4");
  }

  @Test
  void additionOfThreeWithTheirRelu() {
    check(
        Shape.of(2, 20, 9, 9),
        convolution("a", "in", 16, 20, 1),
        convolution("b", "in", 16, 20, 1),
        convolution("c", "in", 16, 20, 1),
        Addition.of("sum", "a", "b", "c"),
        new Relu("relu", "sum"));
  }

  @Test
  void twoConcatenationsOfTheSameLayers() { // parts of two buffers of one size
    check(
        Shape.of(2, 3, 9, 9),
        convolution("a", "in", 16, 3, 1),
        convolution("b", "in", 16, 3, 1),
        Concatenation.of("ab", "a", "b"),
        Concatenation.of("ba", "b", "a"),
        Concatenation.of("aa", "a", "a"));
  }

  @Test
  void additionOfALayerToItself() {
    check(Shape.of(1, 20, 9, 9), Addition.of("twice", "in", "in"));
  }

  @Test
  void additionRepeatsAnAxisOfLengthOne() {
    check(
        Shape.of(2, 16, 9, 9),
        new GlobalAveragePooling2d("mean", "in"),
        Addition.of("shifted", "mean", "in"));
  }

  @Test
  void softmaxOverChannelsOfEachPosition() {
    check(Shape.of(2, 21, 5, 4), Softmax.of("prob", "in"));
  }

  @Test
  void softmaxAlongTheOtherAxes() {
    check(
        Shape.of(3, 5, 4, 6),
        new Softmax("rows", "in", Axis.HEIGHT),
        new Softmax("columns", "in", Axis.WIDTH));
  }

  @Test
  void dropoutPassesItsInputOn() {
    check(
        Shape.of(1, 16, 4, 4), new Dropout("drop", "in", 0.5f), convolution("c", "drop", 8, 16, 1));
  }

  @Test
  void concatenationOfWholeBlocksWithReluBeforeIt() {
    check(
        Shape.of(2, 3, 10, 10),
        convolution("squeeze", "in", 16, 3, 1),
        new Relu("reluSqueeze", "squeeze"),
        convolution("one", "reluSqueeze", 32, 16, 1),
        new Relu("reluOne", "one"),
        convolution("three", "reluSqueeze", 48, 16, 3).withPadding(Padding.of(1)),
        new Relu("reluThree", "three"),
        Concatenation.of("concat", "reluOne", "reluThree"),
        convolution("next", "concat", 16, 80, 1));
  }

  @Test
  void concatenationOfTwoRelusOfOneConvolution() {
    check(
        Shape.of(1, 3, 10, 10),
        convolution("conv", "in", 16, 3, 1),
        new Relu("one", "conv"),
        new Relu("two", "conv"),
        Concatenation.of("concat", "one", "two"));
  }

  @Test
  void additionRefusesInputsThatAllMustBeRepeated() {
    assertThatThrownBy(
            () ->
                check(
                    Shape.of(1, 4, 3, 3),
                    new GlobalAveragePooling2d("mean", "in"),
                    convolution("rows", "in", 1, 4, 1),
                    Addition.of("sum", "mean", "rows")))
        .hasMessage("sum: the engine adds only where one input has the size of the sum");
  }

  @Test
  void concatenationOfOddNumbersOfChannels() {
    check(
        Shape.of(2, 3, 10, 10),
        convolution("a", "in", 5, 3, 1),
        convolution("b", "in", 18, 3, 1),
        Concatenation.of("concat", "a", "b", "in"),
        convolution("next", "concat", 16, 26, 1));
  }

  @Test
  void concatenationOfWhatCannotWriteIntoIt() {
    check(
        Shape.of(1, 16, 10, 10),
        convolution("a", "in", 16, 16, 1),
        new Relu("relu", "in"),
        Addition.of("sum", "in", "a"),
        new CrossChannelNormalization("lrn", "in", 5, 0.1f, 0.75f, 1),
        Concatenation.of("concat", "a", "relu", "sum", "lrn", "in"));
  }

  @Test
  void concatenationInAConcatenation() {
    check(
        Shape.of(1, 16, 10, 10),
        convolution("a", "in", 16, 16, 1),
        convolution("b", "in", 32, 16, 1),
        Concatenation.of("inner", "a", "b"),
        Concatenation.of("outer", "inner", "a"),
        Concatenation.of("twice", "a", "a"));
  }

  @Test
  void concatenationAlongTheOtherAxes() {
    check(
        Shape.of(2, 16, 5, 5),
        convolution("a", "in", 16, 16, 1),
        new Concatenation("batch", List.of("a", "in"), Axis.BATCH),
        new Concatenation("rows", List.of("a", "in"), Axis.HEIGHT),
        new Concatenation("columns", List.of("a", "in"), Axis.WIDTH));
  }

  @Test
  void aLayerThatTwoTakeKeepsItsOwnActivation() {
    check(
        Shape.of(1, 16, 8, 8),
        convolution("conv", "in", 16, 16, 3),
        new Relu("relu", "conv"),
        Addition.of("sum", "conv", "relu"));
  }

  private void check(Shape shape, Layer... layers) {
    check(shape, random, layers);
  }

  private static void check(Shape shape, RandomLayers random, Layer... layers) {
    var all = new ArrayList<Layer>();
    all.add(ImageInput.of("in", shape.height(), shape.width(), shape.channels()));
    all.addAll(List.of(layers));
    Comparison.check(Network.of("net", all), random.tensor(shape));
  }

  private Convolution2d convolution(
      String name, String input, int filters, int channels, int side) {
    return Convolution2d.of(
        name,
        input,
        random.parameter("Weights", filters, channels, side, side),
        random.parameter("Bias", filters));
  }

  private static MaxPooling2d max(String name, MaxPooling2d pool) {
    return new MaxPooling2d(
        name,
        pool.input(),
        pool.kernel(),
        pool.stride(),
        pool.padding(),
        pool.dilation(),
        pool.ceilMode());
  }

  private static AveragePooling2d rename(String name, AveragePooling2d pool) {
    return new AveragePooling2d(
        name,
        pool.input(),
        pool.kernel(),
        pool.stride(),
        pool.padding(),
        pool.dilation(),
        pool.ceilMode(),
        pool.countPadding());
  }
}
