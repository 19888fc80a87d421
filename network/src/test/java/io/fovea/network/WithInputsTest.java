package io.fovea.network;

import static io.fovea.network.Params.convolution;
import static io.fovea.network.Params.zeros;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each layer stays itself when it takes others. */
class WithInputsTest {
  static Stream<Layer> layers() {
    return Stream.of(
        ImageInput.of("l", 8, 9, 3),
        convolution("l", "a", 4, 3, 3).withStride(2).withPadding(Padding.of(1)).withGroups(2),
        new Relu("l", "a"),
        new ClippedRelu("l", "a", 6),
        MaxPooling2d.of("l", "a", Size.of(3), Stride.of(2)).withCeilMode(),
        AveragePooling2d.of("l", "a", Size.of(3), Stride.of(2)).withPaddingCounted(),
        new GlobalAveragePooling2d("l", "a"),
        new FullyConnected("l", "a", zeros("Weights", 2, 3), Optional.of(zeros("Bias", 2))),
        new BatchNormalization(
            "l",
            "a",
            1,
            zeros("Scale", 2),
            zeros("Offset", 2),
            zeros("TrainedMean", 2),
            zeros("TrainedVariance", 2)),
        new CrossChannelNormalization("l", "a", 5, 1, 2, 3),
        Addition.of("l", "a", "b"),
        new Concatenation("l", List.of("a", "b"), Axis.HEIGHT),
        new Dropout("l", "a", .25f),
        new Flatten("l", "a"),
        new Softmax("l", "a", Axis.WIDTH),
        new ClassificationOutput("l", "a", List.of("cat", "dog")));
  }

  @ParameterizedTest
  @MethodSource("layers")
  void theRestStays(Layer layer) {
    var others = new ArrayList<>(layer.inputs());
    others.replaceAll("other "::concat);

    Layer changed = layer.withInputs(others);

    assertThat(changed.inputs()).isEqualTo(others);
    assertThat(changed.withInputs(layer.inputs())).isEqualTo(layer);
  }

  @Test
  void everyTypeOfLayerIsTried() {
    assertThat(layers().<Class<?>>map(Layer::getClass))
        .containsExactlyInAnyOrder(Layer.class.getPermittedSubclasses());
  }
}
