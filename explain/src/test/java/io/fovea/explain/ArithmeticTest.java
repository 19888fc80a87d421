package io.fovea.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.fovea.network.Addition;
import io.fovea.network.AveragePooling2d;
import io.fovea.network.Axis;
import io.fovea.network.BatchNormalization;
import io.fovea.network.ClassificationOutput;
import io.fovea.network.ClippedRelu;
import io.fovea.network.Concatenation;
import io.fovea.network.CrossChannelNormalization;
import io.fovea.network.Dropout;
import io.fovea.network.Flatten;
import io.fovea.network.GlobalAveragePooling2d;
import io.fovea.network.ImageInput;
import io.fovea.network.Layer;
import io.fovea.network.MaxPooling2d;
import io.fovea.network.NetworkException;
import io.fovea.network.Padding;
import io.fovea.network.Parameter;
import io.fovea.network.Relu;
import io.fovea.network.Size;
import io.fovea.network.Softmax;
import io.fovea.network.Stride;
import io.fovea.tensor.Shape;
import io.fovea.tensor.Tensor;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ArithmeticTest {
  private static final float PADDING = Float.NaN;

  /** Two channels of 2 × 3: 1 2 3, 4 5 6; then −1 −2 −3, −4 −5 −6. */
  private static final Tensor INPUT =
      Tensor.of(Shape.of(1, 2, 2, 3), 1, 2, 3, 4, 5, 6, -1, -2, -3, -4, -5, -6);

  @Test
  void everyTypeOfLayerIsExplained() {
    assertThat(ArithmeticTable.types()).isEqualTo(Set.of(Layer.class.getPermittedSubclasses()));
  }

  @Test
  void aValueOfThePictureIsGiven() {
    assertThat(Arithmetic.of(ImageInput.of("data", 2, 3, 2), List.of(INPUT), 1, 0, 2))
        .isEqualTo(new Arithmetic.Given(-3));
  }

  @Test
  void reluSetsWhatIsNegativeToZero() {
    var relu = new Relu("relu", "a");

    assertThat(explain(relu, 0, 1, 1)).isEqualTo(new Arithmetic.Rectified(5, 5));
    assertThat(explain(relu, 1, 1, 1)).isEqualTo(new Arithmetic.Rectified(-5, 0));
  }

  @Test
  void aCeilingCutsWhatIsAboveIt() {
    var relu = new ClippedRelu("relu", "a", 4);

    assertThat(explain(relu, 0, 1, 1)).isEqualTo(new Arithmetic.Clipped(5, 4, 4));
    assertThat(explain(relu, 1, 1, 1)).isEqualTo(new Arithmetic.Clipped(-5, 4, 0));
  }

  @Test
  void dropoutAndOutputPassValuesOn() {
    var passed = new Arithmetic.Passed("a", new Place(0, 0, 1), 2);

    assertThat(explain(new Dropout("drop", "a", 0.5f), 0, 0, 1)).isEqualTo(passed);
    assertThat(explain(new ClassificationOutput("out", "a", List.of()), 0, 0, 1)).isEqualTo(passed);
  }

  @Test
  void flattenSaysWhereAValueStoodBefore() { // 6 a channel, 3 a row: 6 + 3 + 2
    assertThat(explain(new Flatten("flat", "a"), 11, 0, 0))
        .isEqualTo(new Arithmetic.Passed("a", new Place(1, 1, 2), -6));
  }

  @Test
  void maxPoolingShowsItsWindowAndItsMaximum() {
    var pool =
        MaxPooling2d.of("pool", "a", Size.of(2), Stride.ONE).withPadding(Padding.of(1, 0, 1, 0));

    assertThat(explain(pool, 0, 0, 1))
        .isEqualTo(
            new Arithmetic.Greatest(
                plane(2, 2, PADDING, PADDING, 1, 2),
                new Patch(-1, 0, 0, 1),
                Optional.of(new Place(0, 0, 1)),
                2));
  }

  @Test
  void ofEqualValuesTheFirstIsTheMaximum() {
    var pool = MaxPooling2d.of("pool", "a", Size.of(1, 3), Stride.ONE);
    var explained =
        (Arithmetic.Greatest)
            Arithmetic.of(pool, List.of(Tensor.of(Shape.of(1, 1, 1, 3), 1, 7, 7)), 0, 0, 0);

    assertThat(explained.greatest()).contains(new Place(0, 0, 1));
  }

  @Test
  void averagePoolingDividesByWhatCounts() {
    var pool =
        AveragePooling2d.of("pool", "a", Size.of(2), Stride.ONE)
            .withPadding(Padding.of(1, 0, 0, 0));
    Tensor window = plane(2, 2, PADDING, PADDING, 2, 3);
    var patch = new Patch(-1, 1, 0, 2);

    var input = new Patch(0, 0, 1, 2);
    var padded = new Patch(-1, 0, 1, 2);

    assertThat(explain(pool, 0, 0, 1))
        .isEqualTo(new Arithmetic.Averaged(window, patch, input, 5, 2, 2.5));
    assertThat(explain(pool.withPaddingCounted(), 0, 0, 1))
        .isEqualTo(new Arithmetic.Averaged(window, patch, padded, 5, 4, 1.25));
  }

  @Test
  void whatHangsOverThePaddingNeverCounts() { // the 6, the padding beside it, nothing of row 2
    var pool =
        AveragePooling2d.of("pool", "a", Size.of(2), Stride.of(2))
            .withPadding(Padding.of(1, 0, 0, 1))
            .withPaddingCounted()
            .withCeilMode();

    assertThat(explain(pool, 0, 1, 1))
        .isEqualTo(
            new Arithmetic.Averaged(
                plane(2, 2, 6, PADDING, PADDING, PADDING),
                new Patch(1, 2, 2, 3),
                new Patch(-1, 0, 1, 3),
                6,
                2,
                3));
  }

  @Test
  void globalAverageShowsTheChannel() {
    assertThat(explain(new GlobalAveragePooling2d("mean", "a"), 1, 0, 0))
        .isEqualTo(
            new Arithmetic.ChannelMean(plane(2, 3, -1, -2, -3, -4, -5, -6), -21, 6, -6, -1, -3.5));
  }

  @Test
  void batchNormalizationShowsEachNumber() { // (−5 − 1) / √(3 + 1) · 10 + 0.5
    var layer =
        new BatchNormalization(
            "bn", "a", 1, two("Scale", 10), two("Offset", 0.5f), two("Mean", 1), two("Var", 3));

    assertThat(explain(layer, 1, 1, 1))
        .isEqualTo(new Arithmetic.Normalized(-5, 1, 3, 1, 2, -3, 10, 0.5, -29.5));
  }

  @Test
  void crossChannelNormalizationShowsItsWindow() { // 2 / (1 + 3 / 3 · (4 + 4))^0.5
    var layer = new CrossChannelNormalization("lrn", "a", 3, 3, 0.5f, 1);

    assertThat(explain(layer, 0, 0, 1))
        .isEqualTo(new Arithmetic.Balanced(2, 0, List.of(2f, -2f), 8, 3, 3, 0.5, 1, 3, 2 / 3.0));
  }

  @Test
  void additionNamesItsSummands() {
    var one = Tensor.of(Shape.of(1, 2, 1, 1), 100, 200);

    assertThat(Arithmetic.of(Addition.of("sum", "a", "b"), List.of(INPUT, one), 1, 0, 2))
        .isEqualTo(
            new Arithmetic.Added(
                List.of(
                    new Summand("a", new Place(1, 0, 2), -3),
                    new Summand("b", new Place(1, 0, 0), 200)),
                197));
  }

  @Test
  void concatenationSaysWhoseChannelItIs() {
    var layer = Concatenation.of("cat", "a", "b");

    assertThat(Arithmetic.of(layer, List.of(INPUT, INPUT), 3, 1, 0))
        .isEqualTo(new Arithmetic.Joined(1, "b", new Place(1, 1, 0), -4));
  }

  @Test
  void concatenationAlongRowsCountsThem() {
    var layer = new Concatenation("cat", List.of("a", "b"), Axis.HEIGHT);

    assertThat(Arithmetic.of(layer, List.of(INPUT, INPUT), 0, 3, 0))
        .isEqualTo(new Arithmetic.Joined(1, "b", new Place(0, 1, 0), 4));
  }

  @Test
  void softmaxSubtractsTheGreatestAndListsTheOthers() {
    var scores = Tensor.of(Shape.of(1, 3, 1, 1), 1, 3, 2);
    var share =
        (Arithmetic.Share) Arithmetic.of(Softmax.of("softmax", "a"), List.of(scores), 0, 0, 0);

    double sum = Math.exp(-2) + 1 + Math.exp(-1);
    assertThat(share.greatest()).isEqualTo(3);
    assertThat(share.own()).isEqualTo(new Exponential(0, 1, Math.exp(-2)));
    assertThat(share.others())
        .containsExactly(new Exponential(1, 3, 1), new Exponential(2, 2, Math.exp(-1)));
    assertThat(share.restCount()).isZero();
    assertThat(share.sum()).isCloseTo(sum, within(1e-15));
    assertThat(share.value()).isCloseTo(Math.exp(-2) / sum, within(1e-15));
  }

  @Test
  void ofManyExponentialsTenAreListed() { // 13 times exp(0): own, ten others, two left
    var scores = Tensor.zeros(Shape.of(1, 13, 1, 1));
    var share =
        (Arithmetic.Share) Arithmetic.of(Softmax.of("softmax", "a"), List.of(scores), 5, 0, 0);

    assertThat(share.others()).hasSize(10);
    assertThat(share.restCount()).isEqualTo(2);
    assertThat(share.rest()).isEqualTo(2);
    assertThat(share.value()).isEqualTo(1 / 13.0);
  }

  @Test
  void aValueThatIsNotThereIsRefused() {
    assertThatThrownBy(() -> explain(new Relu("relu", "a"), 2, 0, 0))
        .isInstanceOf(ExplainException.class)
        .hasMessage(
            "relu: channel 2, row 0, column 0 isn't there;"
                + " its activation is 2 × 3 × 2, counted from 0");
  }

  @Test
  void inputsThatDoNotFitAreRefused() {
    assertThatThrownBy(() -> explain(Addition.of("sum", "a", "b"), 0, 0, 0))
        .isInstanceOf(NetworkException.class)
        .hasMessageStartingWith("sum: it takes at least 2 inputs");
    assertThatThrownBy(() -> Arithmetic.of(ImageInput.of("data", 2, 3, 2), List.of(), 0, 0, 0))
        .hasMessage("data: 0 tensors are given as its picture; give one");
  }

  private static Arithmetic explain(Layer layer, int channel, int row, int column) {
    return Arithmetic.of(layer, List.of(INPUT), channel, row, column);
  }

  private static Tensor plane(int rows, int columns, float... values) {
    return Tensor.of(Shape.of(1, 1, rows, columns), values);
  }

  private static Parameter two(String name, float each) {
    return Parameter.of(name, new float[] {each, each}, 2);
  }
}
