package io.fovea.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.fovea.network.Size;
import io.fovea.tensor.Shape;
import io.fovea.tensor.Tensor;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FilterFinderTest {
  @Test
  void aChannelThatRespondsInsideOnlyIsFound() { // 4 inside, mean 1, squares 9 + 1 + 1 + 1 of 4
    var activation = Tensor.of(Shape.of(1, 2, 2, 2), 0, 4, 0, 0, 1, 0, 1, 0);

    FoundFilters found =
        FilterFinder.find(Map.of("conv", activation), Size.of(2), new Box(0, 1, 1, 2), 1);

    Found best = found.best().get(0);
    assertThat(best.layer()).isEqualTo("conv");
    assertThat(best.channel()).isZero();
    assertThat(best.inside()).isEqualTo(4);
    assertThat(best.mean()).isEqualTo(1);
    assertThat(best.deviation()).isCloseTo(Math.sqrt(3), within(1e-15));
    assertThat(best.sigma()).isCloseTo(3 / Math.sqrt(3), within(1e-15));
  }

  @Test
  void channelsOfAllLayersAreRankedTogether() {
    var activations = new LinkedHashMap<String, Tensor>();
    activations.put("weak", Tensor.of(Shape.of(1, 1, 1, 4), 1, 1, 0, 0));
    activations.put("strong", Tensor.of(Shape.of(1, 1, 1, 4), 1, 0, 0, 0));
    activations.put("contrary", Tensor.of(Shape.of(1, 1, 1, 4), 0, 1, 1, 1));

    FoundFilters found = FilterFinder.find(activations, Size.of(1, 4), new Box(0, 0, 1, 1), 10);

    assertThat(found.best()).extracting(Found::layer).containsExactly("strong", "weak", "contrary");
    assertThat(found.layers()).isEqualTo(3);
    assertThat(found.channels()).isEqualTo(3);
  }

  @Test
  void onlyTheBestAreKept() {
    var activation = Tensor.of(Shape.of(1, 3, 1, 3), 1, 1, 0, 1, 0, 0, 0, 1, 1);

    assertThat(
            FilterFinder.find(Map.of("a", activation), Size.of(1, 3), new Box(0, 0, 1, 1), 2)
                .best())
        .extracting(Found::channel)
        .containsExactly(1, 0);
  }

  @Test
  void whatIsTheSameEverywhereOrNotFiniteIsLeftOut() {
    var activation =
        Tensor.of(Shape.of(1, 3, 1, 2), 7, 7, Float.NaN, 1, Float.POSITIVE_INFINITY, 1);

    FoundFilters found =
        FilterFinder.find(Map.of("a", activation), Size.of(1, 2), new Box(0, 0, 1, 1), 9);

    assertThat(found.best()).isEmpty();
    assertThat(found.channels()).isEqualTo(3);
  }

  @Test
  void aLayerOfOneValueAChannelIsNotExamined() {
    FoundFilters found =
        FilterFinder.find(
            Map.of("softmax", Tensor.of(Shape.of(1, 2, 1, 1), 0, 1)),
            Size.of(2),
            new Box(0, 0, 1, 1),
            9);

    assertThat(found).isEqualTo(new FoundFilters(List.of(), 0, 0));
  }

  @Test
  void aBoxGoesToTheNearestBordersOfTheGrid() { // 8 pixels on 4 cells: 1.5 to 2, 2.5 to 3
    assertThat(new Box(3, 0, 5, 8).on(8, 8, 4, 4)).isEqualTo(new Patch(2, 0, 2, 3));
    assertThat(new Box(4, 2, 7, 6).on(8, 8, 4, 4)).isEqualTo(new Patch(2, 1, 3, 2));
  }

  @Test
  void aSmallBoxIsTheCellOfItsMiddle() { // 0.4 and 0.6 of 10 pixels on 1 cell; 9.5 · 0.3 = 2.85
    assertThat(new Box(4, 4, 6, 6).on(10, 10, 1, 1)).isEqualTo(new Patch(0, 0, 0, 0));
    assertThat(new Box(9, 9, 10, 10).on(10, 10, 3, 3)).isEqualTo(new Patch(2, 2, 2, 2));
  }

  @Test
  void aBoxWithoutPixelsOrOutOfThePictureIsRefused() {
    assertThatThrownBy(() -> new Box(3, 0, 3, 9))
        .isInstanceOf(ExplainException.class)
        .hasMessage("the box 3,0,3,9 (top, left, bottom, right) holds no pixel; draw a larger one");
    assertThatThrownBy(() -> FilterFinder.of(Size.of(8, 9), new Box(0, 0, 9, 9), 1))
        .hasMessage(
            "the box 0,0,9,9 (top, left, bottom, right) reaches out of the picture of 8 × 9;"
                + " draw it within");
    assertThatThrownBy(() -> FilterFinder.of(Size.of(8), new Box(0, 0, 8, 8), 0))
        .hasMessage("0 filters can't be looked for; ask for 1 at least");
  }
}
