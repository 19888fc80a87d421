package io.fovea.network.reference;

import static io.fovea.network.reference.Layers.count;
import static io.fovea.network.reference.Layers.run;
import static io.fovea.network.reference.Layers.values;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.fovea.network.Addition;
import io.fovea.network.Axis;
import io.fovea.network.BatchNormalization;
import io.fovea.network.ClassificationOutput;
import io.fovea.network.ClippedRelu;
import io.fovea.network.Concatenation;
import io.fovea.network.CrossChannelNormalization;
import io.fovea.network.Dropout;
import io.fovea.network.Flatten;
import io.fovea.network.FullyConnected;
import io.fovea.network.Parameter;
import io.fovea.network.Relu;
import io.fovea.network.Softmax;
import io.fovea.tensor.Shape;
import io.fovea.tensor.Tensor;
import java.util.List;
import org.junit.jupiter.api.Test;

/** All values worked out by hand. */
class LayerArithmeticTest {
  private static final Tensor PLAIN = Tensor.of(Shape.of(1, 2, 1, 2), -1, 2, -3, 4);

  @Test
  void reluSetsNegativeValuesToZero() {
    assertThat(run(new Relu("relu", "a"), PLAIN)).containsExactly(0, 2, 0, 4);
  }

  @Test
  void clippedReluEndsAtItsCeiling() {
    assertThat(run(new ClippedRelu("six", "a", 3), PLAIN)).containsExactly(0, 2, 0, 3);
  }

  @Test
  void dropoutFlattenAndOutputPassValuesOn() {
    assertThat(run(new Dropout("drop", "a", .5f), PLAIN)).containsExactly(-1, 2, -3, 4);
    assertThat(run(new Flatten("flat", "a"), PLAIN)).containsExactly(-1, 2, -3, 4);
    assertThat(run(new ClassificationOutput("out", "a", List.of("cat", "dog")), PLAIN))
        .containsExactly(-1, 2, -3, 4);
  }

  @Test
  void fullyConnectedWeighsEveryValue() { // −1 + 2·2 − 3·3 + 4·4 + 5; four times −1 ... + 6
    var weights = Parameter.of("Weights", new float[] {1, 2, 3, 4, 1, 1, 1, 1}, 2, 4);

    assertThat(run(FullyConnected.of("fc", "a", weights, values("Bias", 5, 6)), PLAIN))
        .containsExactly(15, 8);
  }

  @Test
  void batchNormalizationGivesEachChannelItsOwnNumbers() {
    var layer =
        new BatchNormalization(
            "bn",
            "a",
            1,
            values("Scale", 2, 3),
            values("Offset", 10, 20),
            values("TrainedMean", 1, -3),
            values("TrainedVariance", 3, 8)); // √(3 + 1) = 2, √(8 + 1) = 3

    assertThat(run(layer, PLAIN)).containsExactly(8, 11, 20, 27);
  }

  @Test
  void crossChannelNormalizationSumsTheNeighboursSquares() {
    var layer = new CrossChannelNormalization("lrn", "a", 3, 3, 1, 1); // x / (1 + Σ x²)
    var input = Tensor.of(Shape.of(1, 3, 1, 1), 1, 2, 3);

    assertThat(run(layer, input)).containsExactly(1 / 6., 2 / 15., 3 / 14.);
  }

  @Test
  void anEvenWindowOfChannelsReachesFurtherForward() { // ⌊1 / 2⌋ before, ⌈1 / 2⌉ after
    var layer = new CrossChannelNormalization("lrn", "a", 2, 2, 1, 1);
    var input = Tensor.of(Shape.of(1, 3, 1, 1), 1, 2, 3);

    assertThat(run(layer, input)).containsExactly(1 / 6., 2 / 14., 3 / 10.);
  }

  @Test
  void theExponentIsBeta() { // 3 / (7 + 9)^0.5
    var layer = new CrossChannelNormalization("lrn", "a", 1, 1, .5f, 7);

    assertThat(run(layer, Tensor.of(Shape.of(1, 1, 1, 1), 3))).containsExactly(.75);
  }

  @Test
  void additionRepeatsAnAxisOfLengthOne() {
    var perChannel = Tensor.of(Shape.of(1, 2, 1, 1), 100, 200);
    var perColumn = Tensor.of(Shape.of(1, 1, 1, 2), 10, 20);

    assertThat(run(Addition.of("sum", "a", "b", "c"), perChannel, PLAIN, perColumn))
        .containsExactly(109, 122, 207, 224);
  }

  @Test
  void concatenationAlongTheChannels() {
    var other = Tensor.of(Shape.of(1, 1, 1, 2), 8, 9);

    assertThat(run(Concatenation.of("cat", "a", "b"), PLAIN, other))
        .containsExactly(-1, 2, -3, 4, 8, 9);
  }

  @Test
  void concatenationAlongTheChannelsOfABatch() {
    var one = Tensor.of(Shape.of(2, 1, 1, 1), 1, 2);
    var other = Tensor.of(Shape.of(2, 2, 1, 1), 10, 11, 20, 21);

    assertThat(run(Concatenation.of("cat", "a", "b"), one, other))
        .containsExactly(1, 10, 11, 2, 20, 21);
  }

  @Test
  void concatenationAlongEveryOtherAxis() {
    var one = Tensor.of(Shape.of(1, 1, 2, 2), count(4));
    var other = Tensor.of(Shape.of(1, 1, 2, 2), 5, 6, 7, 8);

    assertThat(run(concatenation(Axis.WIDTH), one, other)).containsExactly(1, 2, 5, 6, 3, 4, 7, 8);
    assertThat(run(concatenation(Axis.HEIGHT), one, other)).containsExactly(1, 2, 3, 4, 5, 6, 7, 8);
    assertThat(run(concatenation(Axis.BATCH), one, other)).containsExactly(1, 2, 3, 4, 5, 6, 7, 8);
  }

  @Test
  void softmaxOverTheChannels() { // e^0 : e^ln 3 = 1 : 3
    var input = Tensor.of(Shape.of(1, 2, 1, 2), 0, 5, (float) Math.log(3), 5);

    assertThat(run(Softmax.of("prob", "a"), input))
        .containsExactly(new double[] {.25, .5, .75, .5}, within(1e-7));
  }

  @Test
  void softmaxAlongTheWidth() {
    var input = Tensor.of(Shape.of(1, 2, 1, 2), 0, (float) Math.log(3), 7, 7);

    assertThat(run(new Softmax("prob", "a", Axis.WIDTH), input))
        .containsExactly(new double[] {.25, .75, .5, .5}, within(1e-7));
  }

  @Test
  void softmaxOfLargeValuesDoesNotOverflow() {
    var input = Tensor.of(Shape.of(1, 2, 1, 1), 10_000, 10_000);

    assertThat(run(Softmax.of("prob", "a"), input)).containsExactly(.5, .5);
  }

  private static Concatenation concatenation(Axis axis) {
    return new Concatenation("cat", List.of("a", "b"), axis);
  }
}
