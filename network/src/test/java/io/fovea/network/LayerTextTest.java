package io.fovea.network;

import static io.fovea.network.Params.convolution;
import static io.fovea.network.Params.zeros;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a layer says of itself. */
class LayerTextTest {
  private static final MaxPooling2d MAX = MaxPooling2d.of("p", "d", Size.of(3), Stride.of(2));
  private static final AveragePooling2d MEAN =
      AveragePooling2d.of("p", "d", Size.of(2, 3), Stride.ONE);
  private static final BatchNormalization NORMALIZATION =
      new BatchNormalization(
          "bn",
          "d",
          .5f,
          zeros("Scale", 6),
          zeros("Offset", 6),
          zeros("TrainedMean", 6),
          zeros("TrainedVariance", 6));

  static Stream<Arguments> descriptions() {
    return Stream.of(
        Arguments.of(ImageInput.of("d", 227, 224, 3), "Image Input", "227×224×3 images"),
        Arguments.of(
            convolution("c", "d", 64, 3, 3).withStride(2),
            "Convolution",
            "64 3×3×3 convolutions with stride [2 2] and padding [0 0 0 0]"),
        Arguments.of(
            convolution("c", "d", 8, 3, 1).withGroups(2).withDilation(Dilation.of(1, 2)),
            "Grouped Convolution",
            "2 groups of 4 1×1×3 convolutions with stride [1 1], dilation factor [1 2]"
                + " and padding [0 0 0 0]"),
        Arguments.of(
            convolution("c", "d", 1, 1, 1).withPadding(Padding.SAME),
            "Convolution",
            "1 1×1×1 convolutions with stride [1 1] and padding 'same'"),
        Arguments.of(new Relu("r", "d"), "ReLU", "ReLU"),
        Arguments.of(new ClippedRelu("r", "d", 6), "Clipped ReLU", "Clipped ReLU with ceiling 6"),
        Arguments.of(
            new ClippedRelu("r", "d", .5f), "Clipped ReLU", "Clipped ReLU with ceiling 0.5"),
        Arguments.of(
            MAX.withPadding(Padding.of(0, 1, 0, 1)),
            "Max Pooling",
            "3×3 max pooling with stride [2 2] and padding [0 1 0 1]"),
        Arguments.of(
            MAX.withCeilMode().withDilation(Dilation.of(2)),
            "Max Pooling",
            "3×3 max pooling with stride [2 2], dilation factor [2 2] and padding [0 0 0 0],"
                + " sizes rounded up"),
        Arguments.of(
            MEAN.withPadding(Padding.SAME_LOWER).withPaddingCounted(),
            "Average Pooling",
            "2×3 average pooling with stride [1 1] and padding 'same', odd padding first,"
                + " padding counted"),
        Arguments.of(
            new GlobalAveragePooling2d("g", "d"),
            "Global Average Pooling",
            "Global average pooling"),
        Arguments.of(
            FullyConnected.of("f", "d", zeros("Weights", 10, 4), zeros("Bias", 10)),
            "Fully Connected",
            "10 fully connected layer"),
        Arguments.of(NORMALIZATION, "Batch Normalization", "Batch normalization with 6 channels"),
        Arguments.of(
            new CrossChannelNormalization("l", "d", 5, 1, 1, 1),
            "Cross Channel Normalization",
            "cross channel normalization with 5 channels per element"),
        Arguments.of(Addition.of("s", "a", "b"), "Addition", "Element-wise addition of 2 inputs"),
        Arguments.of(
            Concatenation.of("c", "a", "b"),
            "Depth concatenation",
            "Depth concatenation of 2 inputs"),
        Arguments.of(
            new Concatenation("c", List.of("a", "b"), Axis.WIDTH),
            "Concatenation",
            "Concatenation of 2 inputs along their width"),
        Arguments.of(new Dropout("d", "d", .5f), "Dropout", "50% dropout"),
        Arguments.of(new Flatten("f", "d"), "Flatten", "Flatten"),
        Arguments.of(Softmax.of("s", "d"), "Softmax", "softmax"),
        Arguments.of(new Softmax("s", "d", Axis.WIDTH), "Softmax", "softmax along the width"),
        Arguments.of(
            new ClassificationOutput("o", "d", List.of()),
            "Classification Output",
            "cross entropy, classes without names"),
        Arguments.of(
            new ClassificationOutput("o", "d", List.of("tench")),
            "Classification Output",
            "cross entropy with 'tench'"),
        Arguments.of(
            new ClassificationOutput("o", "d", List.of("tench", "cat", "dog")),
            "Classification Output",
            "cross entropy with 'tench' and 2 other classes"));
  }

  @ParameterizedTest
  @MethodSource("descriptions")
  void typeAndDescription(Layer layer, String type, String description) {
    assertThat(layer.type()).isEqualTo(type);
    assertThat(layer.description()).isEqualTo(description);
  }

  @Test
  void hyperparametersOfAConvolutionInTheirOrder() {
    var conv = convolution("c", "d", 8, 3, 1).withGroups(2).withPadding(Padding.of(1, 2, 3, 4));

    assertThat(new ArrayList<>(conv.hyperparameters().entrySet()))
        .containsExactly(
            Map.entry("FilterSize", List.of(1, 1)),
            Map.entry("NumChannels", 6),
            Map.entry("NumFilters", 8),
            Map.entry("Stride", List.of(1, 1)),
            Map.entry("Padding", List.of(1, 2, 3, 4)),
            Map.entry("Dilation", List.of(1, 1)),
            Map.entry("Groups", 2));
  }

  @Test
  void paddingThatFollowsFromTheInputIsAWord() {
    assertThat(MAX.withPadding(Padding.SAME).hyperparameters()).containsEntry("Padding", "same");
    assertThat(MEAN.withPadding(Padding.SAME_LOWER).hyperparameters())
        .containsEntry("Padding", "same-lower");
  }

  @Test
  void whatTrainingLearnsAndGathers() {
    assertThat(NORMALIZATION.learnables())
        .extracting(Parameter::name)
        .containsExactly("Offset", "Scale");
    assertThat(NORMALIZATION.states())
        .extracting(Parameter::name)
        .containsExactly("TrainedMean", "TrainedVariance");
    assertThat(convolution("c", "d", 1, 1, 1).learnables())
        .extracting(Parameter::name)
        .containsExactly("Weights", "Bias");
    assertThat(new Relu("r", "d").learnables()).isEmpty();
  }
}
