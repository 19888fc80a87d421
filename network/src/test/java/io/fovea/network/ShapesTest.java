package io.fovea.network;

import static org.assertj.core.api.Assertions.assertThat;

import io.fovea.tensor.Shape;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ShapesTest {
  private static final Network NETWORK =
      Network.of(
          "net",
          List.of(
              ImageInput.of("data", 227, 227, 3),
              Params.convolution("conv1", "data", 64, 3, 3).withStride(2),
              new GlobalAveragePooling2d("pool", "conv1")));

  @Test
  void everyLayersShapeInTheNetworksOrder() {
    assertThat(List.copyOf(Shapes.of(NETWORK, 2).entrySet()))
        .containsExactly(
            Map.entry("data", Shape.of(2, 3, 227, 227)),
            Map.entry("conv1", Shape.of(2, 64, 113, 113)),
            Map.entry("pool", Shape.of(2, 64, 1, 1)));
  }

  @Test
  void aLargerPictureIsLegal() {
    assertThat(Shapes.of(NETWORK, Map.of("data", Shape.of(1, 3, 300, 454))))
        .containsEntry("conv1", Shape.of(1, 64, 149, 226));
  }
}
