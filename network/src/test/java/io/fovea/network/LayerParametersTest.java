package io.fovea.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class LayerParametersTest {
  @Test
  void everyLayerTypeThatHasParametersCanGetOthers() throws NoSuchMethodException {
    for (Class<?> type : Layer.class.getPermittedSubclasses()) {
      boolean holdsParameters =
          Arrays.stream(type.getRecordComponents())
              .anyMatch(
                  component ->
                      component.getGenericType().getTypeName().contains(Parameter.class.getName()));
      Class<?> declaring =
          type.getMethod("withParameters", UnaryOperator.class).getDeclaringClass();
      assertThat(declaring == type).as(type.getSimpleName()).isEqualTo(holdsParameters);
    }
  }

  @Test
  void eachParameterIsChangedInItsPlace() {
    var ones = Parameter.of("Scale", new float[] {1, 1}, 2);
    var normalization =
        new BatchNormalization(
            "bn",
            "in",
            1e-5f,
            ones,
            Parameter.of("Offset", new float[] {2, 2}, 2),
            Parameter.of("TrainedMean", new float[] {3, 3}, 2),
            Parameter.of("TrainedVariance", new float[] {4, 4}, 2));

    var changed =
        normalization.withParameters(
            each -> Parameter.of(each.name(), new float[] {each.toArray()[0] * 10, 0}, 2));

    assertThat(changed.scale().toArray()).containsExactly(10, 0);
    assertThat(changed.offset().toArray()).containsExactly(20, 0);
    assertThat(changed.mean().toArray()).containsExactly(30, 0);
    assertThat(changed.variance().toArray()).containsExactly(40, 0);
  }

  @Test
  void aLayerWithoutParametersStays() {
    Layer relu = new Relu("relu", "in");

    assertThat(relu.withParameters(each -> each)).isSameAs(relu);
  }
}
