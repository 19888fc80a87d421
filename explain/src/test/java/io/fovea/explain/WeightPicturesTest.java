package io.fovea.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fovea.image.Limits;
import io.fovea.network.Convolution2d;
import io.fovea.network.FullyConnected;
import io.fovea.network.Parameter;
import io.fovea.network.Relu;
import io.fovea.tensor.Shape;
import io.fovea.tensor.Tensor;
import java.util.List;
import org.junit.jupiter.api.Test;

class WeightPicturesTest {
  @Test
  void filtersThatSeeThreeChannelsAreTilesInColour() {
    float[] weights = {0, 1, 2, 3, 4, 5, -6, 0, 0, 0, 0, 3};

    assertThat(WeightPictures.of(convolution(weights, 2, 3, 1, 2)))
        .contains(
            new WeightPictures(
                WeightPictures.Kind.COLOUR,
                Tensor.of(Shape.of(2, 3, 1, 2), weights),
                List.of(new Limits(0, 5), new Limits(-6, 3))));
  }

  @Test
  void theSlicesOfAFilterAreShownWithoutItsMean() { // 1 2 | 3 6, mean 3
    var layer = convolution(new float[] {0, 0, 0, 0, 1, 2, 3, 6}, 2, 2, 2, 1);
    var limits = new Limits(-3, 3);

    assertThat(WeightPictures.slices(layer, 1))
        .isEqualTo(
            new WeightPictures(
                WeightPictures.Kind.SLICES,
                Tensor.of(Shape.of(2, 1, 2, 1), -2, -1, 0, 3),
                List.of(limits, limits)));
  }

  @Test
  void ofManySlicesThoseOfTheFirstFilterAreShown() {
    var layer = convolution(new float[] {1, 2, 3, 6, 0, 0, 0, 0}, 2, 2, 2, 1);

    assertThat(WeightPictures.of(layer)).contains(WeightPictures.slices(layer, 0));
  }

  @Test
  void filtersOfOneChannelAreATileEach() { // means 2 and −1
    assertThat(WeightPictures.of(convolution(new float[] {1, 3, -1, -1}, 2, 1, 1, 2)))
        .contains(
            new WeightPictures(
                WeightPictures.Kind.SLICES,
                Tensor.of(Shape.of(2, 1, 1, 2), -1, 1, 0, 0),
                List.of(new Limits(-1, 1), new Limits(0, 0))));
  }

  @Test
  void filtersOfOnePlaceAreTheRowsOfAMatrix() {
    assertThat(WeightPictures.of(convolution(new float[] {1, 2, 3, -4, 0, 0}, 2, 3, 1, 1)))
        .contains(matrix(1, 2, 3, -4, 0, 0));
  }

  @Test
  void soAreTheOutputsOfAFullyConnectedLayer() {
    var weights = Parameter.of("Weights", new float[] {1, 2, 3, -4, 0, 0}, 2, 3);

    assertThat(WeightPictures.of(FullyConnected.of("full", "a", weights, Params.zeros("Bias", 2))))
        .contains(matrix(1, 2, 3, -4, 0, 0));
  }

  @Test
  void aMatrixIsReadWhereItsWeightsLie() {
    var layer = convolution(new float[] {1, 2, 3, -4, 0, 0}, 2, 3, 1, 1);

    WeightMatrix matrix = WeightMatrix.of(layer).orElseThrow();

    assertThat(List.of(matrix.rows(), matrix.columns())).containsExactly(2, 3);
    assertThat(matrix.values()).isEqualTo(layer.weights().values());
    assertThat(matrix.limits()).isEqualTo(new Limits(-4, 4));
  }

  @Test
  void filtersOfSeveralPlacesAreNoMatrix() {
    assertThat(WeightMatrix.of(convolution(new float[2], 1, 1, 1, 2))).isEmpty();
    assertThat(WeightMatrix.of(new Relu("relu", "a"))).isEmpty();
  }

  @Test
  void aLayerWithoutWeightsHasNoPictures() {
    assertThat(WeightPictures.of(new Relu("relu", "a"))).isEmpty();
  }

  @Test
  void aFilterThatIsNotThereIsRefused() {
    assertThatThrownBy(() -> WeightPictures.slices(convolution(new float[4], 1, 1, 2, 2), 1))
        .isInstanceOf(ExplainException.class)
        .hasMessage("conv: it has no filter 1; it has 1, counted from 0");
  }

  private static WeightPictures matrix(float... values) {
    return new WeightPictures(
        WeightPictures.Kind.MATRIX,
        Tensor.of(Shape.of(1, 1, 2, 3), values),
        List.of(new Limits(-4, 4)));
  }

  private static Convolution2d convolution(
      float[] weights, int filters, int channels, int rows, int columns) {
    return Convolution2d.of(
        "conv",
        "a",
        Parameter.of("Weights", weights, filters, channels, rows, columns),
        Params.zeros("Bias", filters));
  }
}
