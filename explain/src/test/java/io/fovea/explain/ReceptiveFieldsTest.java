package io.fovea.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fovea.network.Addition;
import io.fovea.network.Axis;
import io.fovea.network.Concatenation;
import io.fovea.network.Convolution2d;
import io.fovea.network.Dilation;
import io.fovea.network.Flatten;
import io.fovea.network.FullyConnected;
import io.fovea.network.GlobalAveragePooling2d;
import io.fovea.network.ImageInput;
import io.fovea.network.Layer;
import io.fovea.network.MaxPooling2d;
import io.fovea.network.Network;
import io.fovea.network.Padding;
import io.fovea.network.Relu;
import io.fovea.network.Size;
import io.fovea.network.Softmax;
import io.fovea.network.Stride;
import io.fovea.tensor.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReceptiveFieldsTest {
  private static final ImageInput DATA = ImageInput.of("data", 10, 8, 1);

  @Test
  void aValueOfThePictureSeesItself() {
    assertThat(fields().patch("data", 4, 7)).contains(new Patch(4, 7, 4, 7));
  }

  @Test
  void aSecondWindowSeesThroughTheFirst() { // pool row 1 is conv rows 2 to 3, rows 4 to 8 of 10
    var conv = convolution("conv", "data", 3).withStride(2);
    var pool = MaxPooling2d.of("pool", "conv", Size.of(2), Stride.of(2));

    assertThat(fields(conv, pool).patch("pool", 1, 0)).contains(new Patch(4, 0, 8, 4));
  }

  @Test
  void paddingIsClippedOfThePictureAndKeptOfTheOwnInput() {
    var conv = convolution("conv", "data", 3).withPadding(Padding.of(1, 0, 1, 0));

    assertThat(fields(conv).patch("conv", 0, 0)).contains(new Patch(0, 0, 1, 1));
    assertThat(fields(conv).inputPatch("conv", 0, 0)).isEqualTo(new Patch(-1, -1, 1, 1));
  }

  @Test
  void dilationSpreadsTheWindow() {
    var conv = convolution("conv", "data", 3).withDilation(Dilation.of(2, 1));

    assertThat(fields(conv).inputPatch("conv", 1, 1)).isEqualTo(new Patch(1, 1, 5, 3));
  }

  @Test
  void theLastWindowOfCeilModeHangsOver() { // 10 rows by 3s with stride 2: row 4 is 8 to 10
    var pool = MaxPooling2d.of("pool", "data", Size.of(3, 2), Stride.of(2)).withCeilMode();

    assertThat(fields(pool).inputPatch("pool", 4, 0)).isEqualTo(new Patch(8, 0, 10, 1));
    assertThat(fields(pool).patch("pool", 4, 0)).contains(new Patch(8, 0, 9, 1));
  }

  @Test
  void branchesAreTakenTogether() {
    var wide = convolution("wide", "data", 5).withPadding(Padding.SAME);
    var tall = MaxPooling2d.of("tall", "data", Size.of(7, 1), Stride.ONE);
    var padded = tall.withPadding(Padding.of(3, 3, 0, 0));
    var fields = fields(wide, padded, Concatenation.of("cat", "wide", "tall"));

    assertThat(fields.patch("cat", 5, 4)).contains(new Patch(2, 2, 8, 6));
  }

  @Test
  void whatAveragesOrConnectsAllSeesAll() {
    var all = new Patch(0, 0, 9, 7);
    var mean = new GlobalAveragePooling2d("mean", "data");
    var flat = new Flatten("flat", "data");
    var full =
        FullyConnected.of("full", "data", Params.zeros("Weights", 2, 80), Params.zeros("Bias", 2));

    var fields = fields(mean, flat, full);

    assertThat(fields.patch("mean", 0, 0)).contains(all);
    assertThat(fields.patch("flat", 0, 0)).contains(all);
    assertThat(fields.patch("full", 0, 0)).contains(all);
  }

  @Test
  void aSummandOfOneRowAndColumnStandsForAllPlaces() { // as in squeeze-and-excitation
    var mean = new GlobalAveragePooling2d("mean", "data");
    var fields = fields(mean, Addition.of("sum", "data", "mean"));

    assertThat(fields.patch("sum", 9, 7)).contains(new Patch(0, 0, 9, 7));
    assertThat(fields.inputPatch("sum", 0, 9, 7)).isEqualTo(new Patch(9, 7, 9, 7));
    assertThat(fields.inputPatch("sum", 1, 9, 7)).isEqualTo(new Patch(0, 0, 0, 0));
  }

  @Test
  void rowsJoinedBehindOthersAreCountedFromTheirOwnStart() {
    var relu = new Relu("relu", "data");
    var joined = new Concatenation("joined", List.of("data", "relu"), Axis.HEIGHT);

    assertThat(fields(relu, joined).patch("joined", 12, 3)).contains(new Patch(2, 3, 2, 3));
  }

  @Test
  void aSoftmaxAlongTheRowsSeesAllOfThem() {
    var softmax = new Softmax("softmax", "data", Axis.HEIGHT);

    assertThat(fields(softmax).patch("softmax", 6, 3)).contains(new Patch(0, 3, 9, 3));
  }

  @Test
  void aWindowInPaddingAloneSeesNothing() {
    var conv = convolution("conv", "data", 1).withPadding(Padding.of(1));

    assertThat(fields(conv).patch("conv", 0, 0)).isEmpty();
  }

  @Test
  void theShapesOfAllLayersWillDo() {
    var network = Network.of("net", List.of(DATA, new Relu("relu", "data")));
    var shapes = Map.of("data", Shape.of(1, 1, 20, 20), "relu", Shape.of(1, 1, 20, 20));

    assertThat(ReceptiveFields.of(network, shapes).patch("relu", 19, 19))
        .contains(new Patch(19, 19, 19, 19));
  }

  @Test
  void aPlaceThatIsNotThereIsRefused() {
    assertThatThrownBy(() -> fields().patch("data", 10, 0))
        .isInstanceOf(ExplainException.class)
        .hasMessage(
            "data: row 10, column 0 isn't there; its activation is 10 × 8 × 1, counted from 0");
  }

  @Test
  void anInputThatIsNotThereIsRefused() {
    assertThatThrownBy(() -> fields(new Relu("relu", "data")).inputPatch("relu", 1, 0, 0))
        .isInstanceOf(ExplainException.class)
        .hasMessage("relu: it has 1 inputs, so that there is none at 1; count from 0");
  }

  @Test
  void aPatchHoldsAtLeastOneValue() {
    assertThat(new Patch(-1, 2, 1, 2).height()).isEqualTo(3);
    assertThat(new Patch(-1, 2, 1, 2).width()).isEqualTo(1);
    assertThatThrownBy(() -> new Patch(3, 0, 2, 0))
        .hasMessage("rows 3 to 2, columns 0 to 0 hold no value; give the smaller number first");
  }

  private static Convolution2d convolution(String name, String input, int side) {
    return Convolution2d.of(
        name, input, Params.zeros("Weights", 1, 1, side, side), Params.zeros("Bias", 1));
  }

  private static ReceptiveFields fields(Layer... layers) {
    var all = new ArrayList<Layer>(List.of(DATA));
    all.addAll(List.of(layers));
    return ReceptiveFields.of(Network.of("net", all), DATA.shape(1));
  }
}
