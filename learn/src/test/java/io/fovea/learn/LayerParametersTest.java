package io.fovea.learn;

import static org.assertj.core.api.Assertions.assertThat;

import io.fovea.network.BatchNormalization;
import io.fovea.network.Layer;
import io.fovea.network.Network;
import io.fovea.network.Parameter;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class LayerParametersTest {
  @Test
  void everyLayerTypeThatHasParametersCanGetOthers() {
    for (Class<?> type : Layer.class.getPermittedSubclasses()) {
      boolean holdsParameters =
          Arrays.stream(type.getRecordComponents())
              .anyMatch(
                  component ->
                      component.getGenericType().getTypeName().contains(Parameter.class.getName()));
      assertThat(LayerParameters.has(type)).as(type.getSimpleName()).isEqualTo(holdsParameters);
    }
  }

  @Test
  void eachParameterIsChangedInItsPlace() {
    Network network = Patterns.network(1);
    var normalization = (BatchNormalization) network.layer("norm1");

    var changed =
        (BatchNormalization)
            LayerParameters.change(
                normalization, each -> Parameter.of(each.name(), new float[8], 8));

    assertThat(changed.scale().name()).isEqualTo("Scale");
    assertThat(changed.offset().name()).isEqualTo("Offset");
    assertThat(changed.mean().name()).isEqualTo("TrainedMean");
    assertThat(changed.variance().name()).isEqualTo("TrainedVariance");
    assertThat(changed.scale().toArray()).containsOnly(0);
  }

  @Test
  void aLayerWithoutParametersStays() {
    Layer relu = Patterns.network(1).layer("relu1");

    assertThat(LayerParameters.change(relu, each -> each)).isSameAs(relu);
  }
}
