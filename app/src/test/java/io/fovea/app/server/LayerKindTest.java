package io.fovea.app.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.fovea.network.Flatten;
import io.fovea.network.Layer;
import io.fovea.network.Relu;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class LayerKindTest {
  static final List<Class<?>> LAYERS =
      Arrays.stream(Layer.class.getPermittedSubclasses())
          .filter(type -> type != Flatten.class) // only puts numbers in a row
          .toList();

  @ParameterizedTest
  @FieldSource("LAYERS")
  void everyLayerIsOfAKind(Class<? extends Layer> layer) {
    assertThat(LayerKind.of(layer)).isNotEqualTo(LayerKind.OTHER);
  }

  @Test
  void thePageKnowsItByAWord() {
    assertThat(LayerKind.of(new Relu("relu", "conv")).word()).isEqualTo("activation");
  }
}
