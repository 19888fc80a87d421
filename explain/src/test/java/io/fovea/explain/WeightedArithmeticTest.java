package io.fovea.explain;

import static org.assertj.core.api.Assertions.assertThat;

import io.fovea.network.Convolution2d;
import io.fovea.network.Dilation;
import io.fovea.network.FullyConnected;
import io.fovea.network.Padding;
import io.fovea.network.Parameter;
import io.fovea.network.Stride;
import io.fovea.tensor.Shape;
import io.fovea.tensor.Tensor;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class WeightedArithmeticTest {
  private static final float PADDING = Float.NaN;

  @Test
  void aFilterShowsWhatItSawOfEachChannel() {
    var layer = convolution(new float[] {1, 2, 3, 4, 10, 20, 30, 40}, 1, 2, 2, 2);
    Tensor input = Tensor.of(Shape.of(1, 2, 2, 2), 1, 1, 1, 1, 0, 0, 0, 1);

    var explained = explain(layer, input, 0, 0, 0);

    assertThat(explained.patches())
        .containsExactly(
            new FilterPatch(0, new Patch(0, 0, 1, 1), plane(1, 1, 1, 1), plane(1, 2, 3, 4), 10),
            new FilterPatch(
                1, new Patch(0, 0, 1, 1), plane(0, 0, 0, 1), plane(10, 20, 30, 40), 40));
    assertThat(explained.bias()).isEqualTo(OptionalDouble.of(0.5));
    assertThat(explained.value()).isEqualTo(50.5);
  }

  @Test
  void paddingIsMarkedAndCountsAsNothing() {
    var layer =
        convolution(new float[] {1, 2, 3, 4}, 1, 1, 2, 2)
            .withStride(Stride.of(2, 1))
            .withPadding(Padding.of(1, 0, 0, 1));
    Tensor input = Tensor.of(Shape.of(1, 1, 3, 2), 1, 2, 3, 4, 5, 6);

    var explained = explain(layer, input, 0, 1, 1); // rows 1 to 2, columns 1 to 2 of 0 to 1

    assertThat(explained.patches())
        .containsExactly(
            new FilterPatch(
                0, new Patch(1, 1, 2, 2), plane(4, PADDING, 6, PADDING), plane(1, 2, 3, 4), 22));
    assertThat(explained.products().largest())
        .containsExactly(
            new Product(new Place(0, 2, 1), 6, 3), new Product(new Place(0, 1, 1), 4, 1));
  }

  @Test
  void dilationSkipsWhatLiesBetween() {
    var layer = convolution(new float[] {1, 1, 1, 1}, 1, 1, 2, 2).withDilation(Dilation.of(2, 1));
    Tensor input = Tensor.of(Shape.of(1, 1, 3, 2), 1, 2, 3, 4, 5, 6);

    assertThat(explain(layer, input, 0, 0, 0).patches())
        .containsExactly(
            new FilterPatch(0, new Patch(0, 0, 2, 1), plane(1, 2, 5, 6), plane(1, 1, 1, 1), 14));
  }

  @Test
  void aFilterOfAGroupSeesItsGroupsChannelsOnly() { // filters 2 and 3 see channel 1
    var layer = convolution(new float[] {1, 2, 3, 4}, 4, 1, 1, 1).withGroups(2);
    Tensor input = Tensor.of(Shape.of(1, 2, 1, 1), 10, 100);

    var explained = explain(layer, input, 2, 0, 0);

    assertThat(explained.products())
        .isEqualTo(new Products(List.of(new Product(new Place(1, 0, 0), 100, 3)), 0, 0));
    assertThat(explained.value()).isEqualTo(300.5);
  }

  @Test
  void ofManyChannelsThePatchesThatCountMostAreShown() { // the sums are 2, −8, 4, 6
    var layer = convolution(new float[] {1, 1, -4, -4, 2, 2, 3, 3}, 1, 4, 1, 2);
    Tensor ones = Tensor.of(Shape.of(1, 4, 1, 2), 1, 1, 1, 1, 1, 1, 1, 1);

    var explained = explain(layer, ones, 0, 0, 0);

    assertThat(explained.patches()).extracting(FilterPatch::channel).containsExactly(1, 3, 2);
    assertThat(explained.patches()).extracting(FilterPatch::sum).containsExactly(-8.0, 6.0, 4.0);
    assertThat(explained.others()).isEqualTo(1);
    assertThat(explained.rest()).isEqualTo(2);
    assertThat(explained.value()).isEqualTo(4.5);
  }

  @Test
  void ofManyChannelsTheTenLargestProductsAreShown() { // weights 1 to 12 on ones, the 7th negative
    var weights = new float[12];
    for (int i = 0; i < 12; i++) {
      weights[i] = i == 6 ? -7 : i + 1;
    }
    var ones = new float[12];
    Arrays.fill(ones, 1);

    var explained =
        explain(convolution(weights, 1, 12, 1, 1), Tensor.of(Shape.of(1, 12, 1, 1), ones), 0, 0, 0);

    assertThat(explained.patches()).isEmpty();
    assertThat(explained.products().largest())
        .extracting(Product::product)
        .containsExactly(12.0, 11.0, 10.0, 9.0, 8.0, -7.0, 6.0, 5.0, 4.0, 3.0);
    assertThat(explained.products().others()).isEqualTo(2);
    assertThat(explained.products().rest()).isEqualTo(3);
    assertThat(explained.products().sum()).isEqualTo(64);
    assertThat(explained.value()).isEqualTo(64.5);
  }

  @Test
  void aFullyConnectedOutputWeighsEveryValue() {
    var layer =
        new FullyConnected(
            "full",
            "a",
            Parameter.of("Weights", new float[] {0, 0, 0, 0, 1, 2, 3, 4}, 2, 4),
            Optional.empty());
    Tensor input = Tensor.of(Shape.of(1, 2, 1, 2), 1, 1, 1, -1);

    assertThat(Arithmetic.of(layer, List.of(input), 1, 0, 0))
        .isEqualTo(
            new Arithmetic.Connected(
                new Products(
                    List.of(
                        new Product(new Place(1, 0, 1), -1, 4),
                        new Product(new Place(1, 0, 0), 1, 3),
                        new Product(new Place(0, 0, 1), 1, 2),
                        new Product(new Place(0, 0, 0), 1, 1)),
                    0,
                    0),
                OptionalDouble.empty(),
                2));
  }

  private static Arithmetic.Convolved explain(
      Convolution2d layer, Tensor input, int channel, int row, int column) {
    return (Arithmetic.Convolved) Arithmetic.of(layer, List.of(input), channel, row, column);
  }

  private static Convolution2d convolution(
      float[] weights, int filters, int channels, int rows, int columns) {
    var biases = new float[filters];
    Arrays.fill(biases, 0.5f);
    return Convolution2d.of(
        "conv",
        "a",
        Parameter.of("Weights", weights, filters, channels, rows, columns),
        Parameter.of("Bias", biases, filters));
  }

  private static Tensor plane(float... values) {
    return Tensor.of(Shape.of(1, 1, 2, 2), values);
  }
}
