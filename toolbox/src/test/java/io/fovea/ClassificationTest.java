package io.fovea;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class ClassificationTest {
  private static final Classification THREE =
      Classification.of(List.of("crane", "heron", "crane"), 0.25f, 0.5f, 0.25f);

  @Test
  void theBestClassesComeFirstAndOfEqualOnesTheLowerIndex() {
    assertThat(THREE.top(3))
        .containsExactly(
            new Prediction(1, "heron", 0.5f),
            new Prediction(0, "crane", 0.25f),
            new Prediction(2, "crane", 0.25f));
  }

  @Test
  void moreThanThereAreIsAll() {
    assertThat(THREE.top(5)).hasSize(3);
  }

  @Test
  void classesWithoutNamesAreNumbered() {
    assertThat(Classification.of(List.of(), 0.1f, 0.9f).best().label()).isEqualTo("1");
  }

  @Test
  void itPrintsAsTheBestClass() {
    assertThat(THREE).hasToString("heron (1) 0.500");
  }

  @Test
  void noClassAtAllCantBeAskedFor() {
    assertThatThrownBy(() -> THREE.top(0))
        .isInstanceOf(NetException.class)
        .hasMessage("the best 0 classes can't be told; ask for at least 1");
  }
}
