package io.fovea.network.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fovea.network.Addition;
import io.fovea.network.ImageInput;
import io.fovea.network.Layer;
import io.fovea.network.Network;
import io.fovea.network.NetworkException;
import io.fovea.network.Relu;
import io.fovea.tensor.Shape;
import io.fovea.tensor.Tensor;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ReferenceTest {
  private static final Network NETWORK =
      Network.of(
          "tiny",
          List.of(
              ImageInput.of("data", 1, 2, 1),
              new Relu("relu", "data"),
              Addition.of("sum", "data", "relu")));

  @Test
  void everyTypeOfLayerHasItsArithmetic() {
    assertThat(Reference.types()).isEqualTo(permittedLayers());
  }

  @Test
  void everyLayersActivationIsThereInTheNetworksOrder() {
    var activations =
        Reference.activations(NETWORK, Map.of("data", Tensor.of(Shape.of(1, 1, 1, 2), -1, 2)));

    assertThat(activations.keySet()).containsExactly("data", "relu", "sum");
    assertThat(activations.get("data")).containsExactly(-1, 2);
    assertThat(activations.get("relu")).containsExactly(0, 2);
    assertThat(activations.get("sum")).containsExactly(-1, 4);
  }

  @Test
  void aLargerPictureThanTheInputSizeIsLegal() {
    var activations =
        Reference.activations(NETWORK, Map.of("data", Tensor.zeros(Shape.of(2, 1, 3, 4))));

    assertThat(activations.get("sum")).hasSize(24);
  }

  @Test
  void anInputThatIsNotGivenIsNamed() {
    assertThatThrownBy(() -> Reference.activations(NETWORK, Map.of()))
        .isInstanceOf(NetworkException.class)
        .hasMessage("data: nothing is given to it; give it 1×2×1 images");
  }

  private static Set<Class<?>> permittedLayers() {
    return Set.of(Layer.class.getPermittedSubclasses());
  }
}
