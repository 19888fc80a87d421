package io.fovea.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import io.fovea.network.Layer;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MappingsTest {
  @Test
  void everyTypeOfLayerHasItsLineInTheTable() {
    assertThat(Mappings.LAYERS.stream().<Class<?>>map(LayerMapping::layer))
        .containsExactlyInAnyOrder(Layer.class.getPermittedSubclasses());
  }

  @Test
  void everyOperatorLeadsToTheMappingThatReadsIt() {
    for (LayerMapping<?> mapping : Mappings.LAYERS) {
      Set<String> operators =
          mapping instanceof OperatorMapping reads ? reads.operators() : Set.of();
      assertThat(operators).allMatch(each -> Mappings.ofOperator(each).orElseThrow() == mapping);
    }
  }
}
