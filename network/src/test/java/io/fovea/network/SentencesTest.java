package io.fovea.network;

import static io.fovea.network.Params.convolution;
import static io.fovea.network.Params.zeros;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fovea.tensor.Shape;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every sentence that layers, sizes and shape inference refuse with, to the letter. */
class SentencesTest {
  private static final Shape INPUT = Shape.of(1, 3, 8, 9);
  private static final Network NETWORK =
      Network.of("net", List.of(ImageInput.of("data", 8, 9, 3), new Relu("relu", "data")));

  static Stream<Arguments> sizes() {
    return Stream.of(
        refused(() -> Size.of(0, 3), "a size must be at least 1 × 1, but is 0 × 3"),
        refused(() -> Stride.of(1, 0), "a stride must be at least 1, but is [1 0]"),
        refused(() -> Dilation.of(-1), "a dilation must be at least 1, but is [-1 -1]"),
        refused(() -> Padding.of(0, -1, 0, 0), "padding can't be negative, but is [0 -1 0 0]"),
        refused(
            () -> new Padding(Padding.Mode.SAME_UPPER, 1, 0, 0, 0),
            "padding [1 0 0 0] can't be given where it follows from the input; leave it 0"));
  }

  static Stream<Arguments> constructors() {
    return Stream.of(
        refused(
            () -> ImageInput.of("data", 8, 8, 0), "data: an input has at least 1 channel, not 0"),
        refused(
            () -> Convolution2d.of("conv1", "d", zeros("Weights", 2, 3), zeros("Bias", 2)),
            "conv1: weights of a convolution have 4 dimensions, not [2, 3]"),
        refused(
            () -> Convolution2d.of("conv1", "d", zeros("Weights", 64, 3, 1, 1), zeros("Bias", 32)),
            "conv1: 64 filters but 32 biases"),
        refused(
            () -> convolution("conv1", "d", 64, 3, 1).withGroups(3),
            "conv1: 64 filters can't be divided into 3 groups"),
        refused(
            () -> convolution("conv1", "d", 64, 3, 1).withGroups(0),
            "conv1: 64 filters can't be divided into 0 groups"),
        refused(
            () -> FullyConnected.of("fc", "d", zeros("Weights", 4), zeros("Bias", 4)),
            "fc: weights of a fully connected layer have 2 dimensions, not [4]"),
        refused(
            () -> FullyConnected.of("fc", "d", zeros("Weights", 4, 2), zeros("Bias", 2)),
            "fc: 4 outputs but 2 biases"),
        refused(
            () ->
                new BatchNormalization(
                    "bn",
                    "d",
                    1,
                    zeros("Scale", 4),
                    zeros("Offset", 4),
                    zeros("TrainedMean", 3),
                    zeros("TrainedVariance", 4)),
            "bn: 4 values of Scale but 3 of TrainedMean"),
        refused(
            () -> new CrossChannelNormalization("lrn", "d", 0, 1, 1, 1),
            "lrn: it must look at one channel at least, not 0"),
        refused(
            () -> new ClippedRelu("six", "d", 0),
            "six: a ceiling is a number above 0, but this one is 0.0"),
        refused(
            () -> new ClippedRelu("six", "d", Float.POSITIVE_INFINITY),
            "six: a ceiling is a number above 0, but this one is Infinity"),
        refused(
            () -> new Dropout("drop", "d", 1.5f),
            "drop: a probability lies between 0 and 1, but is 1.5"),
        refused(
            () -> new Dropout("drop", "d", Float.NaN),
            "drop: a probability lies between 0 and 1, but is NaN"));
  }

  static Stream<Arguments> shapes() {
    return Stream.of(
        refused(
            () -> convolution("conv", "data", 8, 4, 3).outputShape(INPUT),
            "conv: its filters look at 4 channels, but its input data has 3;"
                + " give it one of 4 or other weights"),
        refused(
            () -> convolution("conv", "data", 8, 3, 11).outputShape(INPUT),
            "conv: on an input of 8 × 9 × 3, a window over 11 values doesn't fit into 8 values"
                + " with padding 0 and 0; give it a larger input or more padding"),
        refused(
            () ->
                MaxPooling2d.of("pool", "data", Size.of(2), Stride.ONE)
                    .withPadding(Padding.of(0, 0, 2, 0))
                    .outputShape(INPUT),
            "pool: padding 2 and 0 would hold whole windows over 2 values; make it less than that"),
        refused(
            () ->
                AveragePooling2d.of("pool", "data", Size.of(2), Stride.ONE)
                    .withPadding(Padding.of(0, 3, 0, 0))
                    .outputShape(INPUT),
            "pool: padding 0 and 3 would hold whole windows over 2 values; make it less than that"),
        refused(
            () ->
                new FullyConnected("fc", "data", zeros("Weights", 5, 20), Optional.empty())
                    .outputShape(INPUT),
            "fc: its weights take 20 values, but its input data is 8 × 9 × 3, which is 216;"
                + " use the input size that it was trained for, or other weights"),
        refused(
            () ->
                new BatchNormalization(
                        "bn",
                        "data",
                        1,
                        zeros("Scale", 4),
                        zeros("Offset", 4),
                        zeros("TrainedMean", 4),
                        zeros("TrainedVariance", 4))
                    .outputShape(INPUT),
            "bn: it normalizes 4 channels, but its input data has 3;"
                + " give it one of 4 or other values"),
        refused(
            () -> Addition.of("sum", "a", "b").outputShape(INPUT, Shape.of(1, 3, 8, 8)),
            "sum: its inputs must have one size, but b is 8 × 8 × 3 and what comes before it"
                + " 8 × 9 × 3; let them take the same strides, padding and filters"),
        refused(
            () -> Concatenation.of("cat", "a", "b").outputShape(INPUT, Shape.of(1, 3, 8, 8)),
            "cat: its inputs may differ in their channels only, but a is 8 × 9 × 3 and b is"
                + " 8 × 8 × 3; let them take the same strides and padding"),
        refused(
            () ->
                Concatenation.of("cat", "a", "b")
                    .outputShape(
                        Shape.of(1, Shape.MAX_ELEMENTS, 1, 1),
                        Shape.of(1, Shape.MAX_ELEMENTS, 1, 1)),
            "cat: a tensor of 1 × 2147483647 × 1 × 1 has more values than the 2147483639 that one"
                + " may hold"),
        refused(
            () -> new ClassificationOutput("out", "data", List.of("cat", "dog")).outputShape(INPUT),
            "out: it names 2 classes, but its input data has 3 scores; give it 3 names or none"));
  }

  static Stream<Arguments> counts() {
    return Stream.of(
        refused(
            () -> new Relu("relu", "data").outputShape(),
            "relu: it takes 1 input, but is given none; connect what is missing"),
        refused(
            () -> new Relu("relu", "data").outputShape(INPUT, INPUT),
            "relu: it takes 1 input, but is given 2; remove the others"),
        refused(
            () -> ImageInput.of("data", 8, 8, 3).outputShape(INPUT),
            "data: it takes no inputs, but is given 1; remove the others"),
        refused(
            () -> new Relu("relu", "data").withInputs(List.of("a", "b")),
            "relu: it takes 1 input, but is given 2; remove the others"),
        refused(
            () -> ImageInput.of("data", 8, 8, 3).withInputs(List.of("a")),
            "data: it takes no inputs, but is given 1; remove the others"),
        refused(
            () -> Addition.of("sum", "a", "b").withInputs(List.of("a")),
            "sum: it takes at least 2 inputs, but is given 1; connect what is missing"),
        refused(
            () -> Addition.of("sum", "a").outputShape(INPUT),
            "sum: it takes at least 2 inputs, but is given 1; connect what is missing"),
        refused(
            () -> Addition.of("sum", "a", "b").outputShape(INPUT, INPUT, INPUT),
            "sum: it names 2 inputs, but 3 shapes are given; give one for each"));
  }

  static Stream<Arguments> inference() {
    return Stream.of(
        refused(
            () -> Shapes.of(NETWORK, Map.of()),
            "data: nothing is given to it; give it 8×9×3 images"),
        refused(
            () -> Shapes.of(NETWORK, Map.of("data", Shape.of(1, 1, 5, 6))),
            "data: it takes 3 channels, but is given 5 × 6 × 1; give it 8×9×3 images"),
        refused(
            () -> Shapes.of(NETWORK, Map.of("data", INPUT, "relu", INPUT)),
            "relu: net has no image input of this name; use data"),
        refused(
            () -> Shapes.of(Network.of("net", List.of()), Map.of("data", INPUT)),
            "data: net has no image input of this name; it has none at all"),
        refused(
            () -> Shapes.of(Network.of("net", List.of(new Relu("relu", "rely"))), 1),
            "relu: it takes rely, which isn't there; did you mean relu?"),
        refused(
            () -> Shapes.of(Network.of("net", List.of(new Relu("a", "b"), new Relu("b", "a"))), 1),
            "a: it takes b, which itself waits for it; break the cycle"));
  }

  @ParameterizedTest
  @MethodSource({"sizes", "constructors", "shapes", "counts", "inference"})
  void isRefusedWith(ThrowingCallable call, String sentence) {
    assertThatThrownBy(call).isInstanceOf(NetworkException.class).hasMessage(sentence);
  }

  private static Arguments refused(ThrowingCallable call, String sentence) {
    return Arguments.of(call, sentence);
  }
}
