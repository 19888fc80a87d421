package io.fovea.learn;

import static org.assertj.core.api.Assertions.assertThat;

import io.fovea.tensor.Shape;
import io.fovea.tensor.Tensor;
import org.junit.jupiter.api.Test;

class SoftmaxesTest {
  @Test
  void eachItemsValuesAddUpToOne() { // 3 : 1 for a difference of ln 3, whatever the size
    Tensor scores =
        Tensor.of(Shape.of(2, 2, 1, 1), (float) Math.log(3), 0, 1000, 1000 + (float) Math.log(3));

    assertThat(Softmaxes.of(scores).toArray())
        .usingComparatorWithPrecision(1e-4f)
        .containsExactly(0.75f, 0.25f, 0.25f, 0.75f);
  }
}
