package io.fovea.learn;

import static org.assertj.core.api.Assertions.assertThat;

import io.fovea.network.Addition;
import io.fovea.network.Dropout;
import io.fovea.network.GlobalAveragePooling2d;
import io.fovea.network.ImageInput;
import io.fovea.network.Layer;
import io.fovea.network.Network;
import io.fovea.network.Relu;
import java.util.List;
import org.junit.jupiter.api.Test;

class BoundaryTest {
  /** data → a → b → (c, d) → sum → drop → pool. */
  private static final Network BRANCHED =
      Network.of(
          "branched",
          List.of(
              ImageInput.of("data", 8, 8, 1),
              new Relu("a", "data"),
              new Relu("b", "a"),
              new Relu("c", "b"),
              new Relu("d", "b"),
              Addition.of("sum", "c", "d"),
              new Dropout("drop", "sum", 0.5f),
              new GlobalAveragePooling2d("pool", "drop")));

  @Test
  void itIsTheLastLayerBeforeThoseThatLearn() {
    assertThat(Boundary.of(BRANCHED, List.of("b")).map(Layer::name)).contains("a");
  }

  @Test
  void aBranchIsNoBoundaryAsAnotherPathPassesIt() {
    assertThat(Boundary.of(BRANCHED, List.of("d")).map(Layer::name)).contains("b");
  }

  @Test
  void whereBranchesMeetIsOne() {
    assertThat(Boundary.of(BRANCHED, List.of("pool")).map(Layer::name)).contains("sum");
  }

  @Test
  void dropoutIsLeftToChanceAndStaysBehindIt() {
    assertThat(Boundary.of(BRANCHED, List.of()).map(Layer::name)).contains("sum");
  }

  @Test
  void theInputAloneIsNone() {
    assertThat(Boundary.of(BRANCHED, List.of("a"))).isEmpty();
  }

  @Test
  void theHeadBeginsWithTheBoundaryAsItsInput() {
    Network head = Boundary.head(BRANCHED, BRANCHED.layer("sum"), 4, 6, 5);

    assertThat(head.layers().stream().map(Layer::name)).containsExactly("sum", "drop", "pool");
    assertThat(head.layer("sum")).isEqualTo(ImageInput.of("sum", 6, 5, 4));
  }
}
