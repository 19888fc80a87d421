package io.fovea.network;

import static io.fovea.network.Params.convolution;
import static io.fovea.network.Params.zeros;
import static org.assertj.core.api.Assertions.assertThat;

import io.fovea.tensor.Shape;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The rule of shapes of each layer, sizes worked out by hand. */
class LayerShapesTest {
  private static final Shape INPUT = Shape.of(2, 6, 9, 8);

  @Test
  void anInputIsAsLargeAsItSays() {
    var data = ImageInput.of("data", 227, 224, 3);

    assertThat(data.outputShape()).isEqualTo(Shape.of(1, 3, 227, 224));
    assertThat(data.shape(8)).isEqualTo(Shape.of(8, 3, 227, 224));
    assertThat(data.withSize(Size.of(5)).shape(1)).isEqualTo(Shape.of(1, 3, 5, 5));
  }

  @Test
  void aConvolutionHasAChannelAFilter() { // ⌊(9 − 3) / 2⌋ + 1, ⌊(8 + 1 − 3) / 2⌋ + 1
    var conv =
        convolution("conv", "data", 10, 6, 3).withStride(2).withPadding(Padding.of(0, 0, 1, 0));

    assertThat(conv.outputShape(INPUT)).isEqualTo(Shape.of(2, 10, 4, 4));
  }

  @Test
  void aDilatedConvolutionLosesMore() { // 9 − 2 · 2, 8 − 3 · 2
    var conv = convolution("conv", "data", 1, 6, 3).withDilation(Dilation.of(2, 3));

    assertThat(conv.outputShape(INPUT)).isEqualTo(Shape.of(2, 1, 5, 2));
  }

  @Test
  void samePaddingDividesByTheStride() {
    var conv = convolution("conv", "data", 1, 6, 3).withStride(2).withPadding(Padding.SAME);

    assertThat(conv.outputShape(INPUT)).isEqualTo(Shape.of(2, 1, 5, 4));
  }

  @Test
  void aGroupedConvolutionTakesTheChannelsOfAllGroups() {
    var depthwise = convolution("conv", "data", 12, 1, 1).withGroups(6);

    assertThat(depthwise.channels()).isEqualTo(6);
    assertThat(depthwise.outputShape(INPUT)).isEqualTo(Shape.of(2, 12, 9, 8));
    assertThat(depthwise.macs(List.of(INPUT))).isEqualTo(2 * 12 * 9 * 8);
  }

  @Test
  void ceilModeRoundsTheOutputUp() { // ⌊6 / 2⌋ + 1, ⌈5 / 2⌉ + 1
    var pool = MaxPooling2d.of("pool", "data", Size.of(3), Stride.of(2));
    var mean = AveragePooling2d.of("pool", "data", Size.of(3), Stride.of(2));

    assertThat(pool.outputShape(INPUT)).isEqualTo(Shape.of(2, 6, 4, 3));
    assertThat(pool.withCeilMode().outputShape(INPUT)).isEqualTo(Shape.of(2, 6, 4, 4));
    assertThat(mean.outputShape(INPUT)).isEqualTo(Shape.of(2, 6, 4, 3));
    assertThat(mean.withCeilMode().outputShape(INPUT)).isEqualTo(Shape.of(2, 6, 4, 4));
  }

  @Test
  void poolingTakesPaddingAndDilation() { // 9 + 2 − 4, 8 + 1 − 2
    var padding = Padding.of(1, 1, 0, 1);
    var dilation = Dilation.of(2, 1);

    assertThat(
            MaxPooling2d.of("pool", "data", Size.of(3), Stride.ONE)
                .withPadding(padding)
                .withDilation(dilation)
                .outputShape(INPUT))
        .isEqualTo(Shape.of(2, 6, 7, 7));
    assertThat(
            AveragePooling2d.of("pool", "data", Size.of(3), Stride.ONE)
                .withPadding(padding)
                .withDilation(dilation)
                .outputShape(INPUT))
        .isEqualTo(Shape.of(2, 6, 7, 7));
  }

  @Test
  void globalAverageLeavesOneValueAChannel() {
    assertThat(new GlobalAveragePooling2d("pool", "data").outputShape(INPUT))
        .isEqualTo(Shape.of(2, 6, 1, 1));
  }

  @Test
  void fullyConnectedLeavesOneValueAnOutput() {
    var layer = new FullyConnected("fc", "data", zeros("Weights", 5, 6 * 9 * 8), Optional.empty());

    assertThat(layer.outputShape(INPUT)).isEqualTo(Shape.of(2, 5, 1, 1));
    assertThat(layer.macs(List.of(INPUT))).isEqualTo(2 * 5 * 6 * 9 * 8);
  }

  @Test
  void flattenMakesChannelsOfAllValues() {
    assertThat(new Flatten("flat", "data").outputShape(INPUT))
        .isEqualTo(Shape.of(2, 6 * 9 * 8, 1, 1));
  }

  @Test
  void layersThatKeepTheShape() {
    List<Layer> layers =
        List.of(
            new Relu("relu", "data"),
            new Dropout("drop", "data", .5f),
            Softmax.of("prob", "data"),
            new CrossChannelNormalization("lrn", "data", 5, 1e-4f, .75f, 1),
            new BatchNormalization(
                "bn",
                "data",
                1e-5f,
                zeros("Scale", 6),
                zeros("Offset", 6),
                zeros("TrainedMean", 6),
                zeros("TrainedVariance", 6)),
            new ClassificationOutput("out", "data", List.of()));

    assertThat(layers).allSatisfy(layer -> assertThat(layer.outputShape(INPUT)).isEqualTo(INPUT));
  }

  @Test
  void additionRepeatsAxesOfLengthOne() {
    var sum = Addition.of("sum", "a", "b", "c");

    assertThat(sum.outputShape(Shape.of(2, 1, 9, 1), Shape.of(1, 6, 1, 1), Shape.of(1, 1, 1, 8)))
        .isEqualTo(INPUT);
  }

  @Test
  void concatenationAddsTheLengthsUp() {
    assertThat(Concatenation.of("cat", "a", "b").outputShape(INPUT, Shape.of(2, 3, 9, 8)))
        .isEqualTo(Shape.of(2, 9, 9, 8));
    assertThat(
            new Concatenation("cat", List.of("a", "b"), Axis.WIDTH)
                .outputShape(INPUT, Shape.of(2, 6, 9, 1)))
        .isEqualTo(Shape.of(2, 6, 9, 9));
  }

  @Test
  void softmaxSeesTheAxisThatItRunsAlong() {
    assertThat(Softmax.of("prob", "data").window(INPUT)).isEqualTo(Window2d.POINT);
    assertThat(new Softmax("prob", "data", Axis.HEIGHT).window(INPUT))
        .isEqualTo(new Window2d(Window.whole(9), Window.POINT));
    assertThat(new Softmax("prob", "data", Axis.WIDTH).window(INPUT))
        .isEqualTo(new Window2d(Window.POINT, Window.whole(8)));
  }
}
