package io.fovea.onnx;

import static io.fovea.onnx.TestGraph.integer;
import static io.fovea.onnx.TestGraph.ints;
import static io.fovea.onnx.TestGraph.number;
import static io.fovea.onnx.TestGraph.text;
import static org.assertj.core.api.Assertions.assertThat;

import ai.onnx.proto.OnnxMl.TensorProto;
import io.fovea.network.Addition;
import io.fovea.network.AveragePooling2d;
import io.fovea.network.Axis;
import io.fovea.network.BatchNormalization;
import io.fovea.network.ClassificationOutput;
import io.fovea.network.ClippedRelu;
import io.fovea.network.Concatenation;
import io.fovea.network.Convolution2d;
import io.fovea.network.CrossChannelNormalization;
import io.fovea.network.Dilation;
import io.fovea.network.Dropout;
import io.fovea.network.Flatten;
import io.fovea.network.FullyConnected;
import io.fovea.network.GlobalAveragePooling2d;
import io.fovea.network.ImageInput;
import io.fovea.network.MaxPooling2d;
import io.fovea.network.Padding;
import io.fovea.network.Parameter;
import io.fovea.network.Relu;
import io.fovea.network.Size;
import io.fovea.network.Softmax;
import io.fovea.network.Stride;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What each operator becomes. */
class LayerMappingsTest {
  @Test
  void inputOfFourDimensionsIsChannelsRowsAndColumns() {
    var graph = TestGraph.of(13, 1, 3, 20, 30).node("y = Relu(x)");
    assertThat(graph.read().layers().get(0)).isEqualTo(ImageInput.of("x", 20, 30, 3));
  }

  @Test
  void inputOfThreeDimensionsIsOneRow() {
    var graph = TestGraph.of(13, 1, 3, 30).node("y = Relu(x)");
    assertThat(graph.read().layers().get(0)).isEqualTo(ImageInput.of("x", 1, 30, 3));
  }

  @Test
  void inputOfTwoDimensionsIsOneValueAChannel() {
    var graph = TestGraph.of(13, 0, 5).node("y = Relu(x)");
    assertThat(graph.read().layers().get(0)).isEqualTo(ImageInput.of("x", 1, 1, 5));
  }

  @Test
  void openHeightAndWidthBecome224AndAreReported() {
    var graph = TestGraph.of(13, 0, 3, 0, 0).node("y = Relu(x)").read();
    assertThat(graph.layers().get(0)).isEqualTo(ImageInput.of("x", 224, 224, 3));
    assertThat(graph.assumedSizes()).containsExactly("x");
  }

  @Test
  void openChannelsFollowFromTheFirstConvolution() {
    var graph = TestGraph.of(13, 0, 0, 8, 8).floats("w", 4, 2, 3, 3).node("y = Conv(x, w)");
    assertThat(graph.read().layers().get(0)).isEqualTo(ImageInput.of("x", 8, 8, 2));
  }

  @Test
  void convKeepsStridePaddingDilationAndGroups() {
    var graph =
        TestGraph.of(13, 1, 4, 20, 20)
            .floats("w", 6, 2, 3, 5)
            .floats("b", 6)
            .node(
                "conv",
                "y = Conv(x, w, b)",
                ints("strides", 2, 1),
                ints("pads", 1, 2, 3, 4),
                ints("dilations", 1, 2),
                integer("group", 2));
    var layer = (Convolution2d) graph.layer();
    assertThat(layer.name()).isEqualTo("conv");
    assertThat(layer.kernel()).isEqualTo(Size.of(3, 5));
    assertThat(layer.stride()).isEqualTo(Stride.of(2, 1));
    assertThat(layer.padding()).isEqualTo(Padding.of(1, 3, 2, 4)); // ONNX: top left bottom right
    assertThat(layer.dilation()).isEqualTo(Dilation.of(1, 2));
    assertThat(layer.groups()).isEqualTo(2);
    assertThat(layer.bias()).contains(Parameter.of("Bias", new float[] {1, 2, 3, 4, 5, 6}, 6));
  }

  @Test
  void convOverALineIsOneRowHigh() {
    var graph =
        TestGraph.of(13, 1, 2, 10)
            .floats("w", 3, 2, 4)
            .node("y = Conv(x, w)", ints("strides", 2), ints("pads", 1, 0));
    var layer = (Convolution2d) graph.layer();
    assertThat(layer.weights().dimensions()).containsExactly(3, 2, 1, 4);
    assertThat(layer.stride()).isEqualTo(Stride.of(1, 2));
    assertThat(layer.padding()).isEqualTo(Padding.of(0, 0, 1, 0));
  }

  @ParameterizedTest
  @CsvSource({"SAME_UPPER, SAME_UPPER", "SAME_LOWER, SAME_LOWER", "VALID, EXPLICIT"})
  void autoPadBecomesTheModeOfThePadding(String autoPad, Padding.Mode mode) {
    var graph =
        TestGraph.of(13, 1, 1, 9, 9)
            .floats("w", 1, 1, 3, 3)
            .node("y = Conv(x, w)", text("auto_pad", autoPad));
    assertThat(((Convolution2d) graph.layer()).padding().mode()).isEqualTo(mode);
  }

  @Test
  void addOfAConstantBehindAConvIsItsBias() {
    var graph =
        TestGraph.of(13, 1, 1, 9, 9)
            .floats("w", 2, 1, 3, 3)
            .floats("b", 2, 1, 1)
            .node("conv", "c = Conv(x, w)")
            .node("add", "y = Add(c, b)");
    var layer = (Convolution2d) graph.layer();
    assertThat(layer.name()).isEqualTo("conv");
    assertThat(layer.bias()).contains(Parameter.of("Bias", new float[] {1, 2}, 2));
  }

  @Test
  void reluTakesWhatTheFileSays() {
    assertThat(TestGraph.of(13, 1, 2).node("y = Relu(x)").layer()).isEqualTo(new Relu("y", "x"));
  }

  @Test
  void clipFromZeroIsAClippedRelu() {
    assertThat(
            TestGraph.of(6, 1, 2).node("y = Clip(x)", number("min", 0), number("max", 6)).layer())
        .isEqualTo(new ClippedRelu("y", "x", 6));
    assertThat(
            TestGraph.of(13, 1, 2)
                .floats("one", 1)
                .longs("zero", 0)
                .node("y = Clip(x, zero, one)")
                .layer())
        .isEqualTo(new ClippedRelu("y", "x", 1));
  }

  @Test
  void clipWithoutACeilingIsARelu() {
    assertThat(TestGraph.of(6, 1, 2).node("y = Clip(x)", number("min", 0)).layer())
        .isEqualTo(new Relu("y", "x"));
  }

  @Test
  void maxPoolKeepsCeilMode() {
    var graph =
        TestGraph.of(13, 1, 1, 9, 9)
            .node(
                "y = MaxPool(x)",
                ints("kernel_shape", 3, 3),
                ints("strides", 2, 2),
                integer("ceil_mode", 1));
    assertThat(graph.layer())
        .isEqualTo(MaxPooling2d.of("y", "x", Size.of(3), Stride.of(2)).withCeilMode());
  }

  @Test
  void averagePoolSaysWhetherPaddingCounts() {
    var graph =
        TestGraph.of(13, 1, 1, 9, 9)
            .node(
                "y = AveragePool(x)",
                ints("kernel_shape", 2, 2),
                ints("pads", 1, 1, 1, 1),
                integer("count_include_pad", 1));
    assertThat(graph.layer())
        .isEqualTo(
            AveragePooling2d.of("y", "x", Size.of(2), Stride.ONE)
                .withPadding(Padding.of(1))
                .withPaddingCounted());
  }

  @Test
  void padBeforeAveragePoolIsPaddingThatCounts() {
    var graph =
        TestGraph.of(11, 1, 1, 9, 9)
            .longs("pads", 0, 0, 1, 2, 0, 0, 3, 4)
            .node("p = Pad(x, pads)")
            .node("y = AveragePool(p)", ints("kernel_shape", 2, 2));
    assertThat(graph.layer())
        .isEqualTo(
            AveragePooling2d.of("y", "x", Size.of(2), Stride.ONE)
                .withPadding(Padding.of(1, 3, 2, 4))
                .withPaddingCounted());
  }

  @Test
  void padBeforeConvAddsToItsOwn() {
    var graph =
        TestGraph.of(11, 1, 1, 9, 9)
            .longs("pads", 0, 0, 1, 2, 0, 0, 3, 4)
            .floats("w", 1, 1, 3, 3)
            .node("p = Pad(x, pads)")
            .node("y = Conv(p, w)", ints("pads", 1, 1, 1, 1));
    assertThat(((Convolution2d) graph.layer()).padding()).isEqualTo(Padding.of(2, 4, 3, 5));
  }

  @ParameterizedTest
  @CsvSource({"1", "0"})
  void meanOverRowsAndColumnsIsGlobalAveragePooling(long keeps) {
    var graph =
        TestGraph.of(13, 1, 3, 9, 9)
            .node("y = ReduceMean(x)", ints("axes", -2, -1), integer("keepdims", keeps));
    assertThat(graph.layer()).isEqualTo(new GlobalAveragePooling2d("y", "x"));
  }

  @Test
  void gemmTakesWeightsAsTheyAreWithTransB() {
    var graph =
        TestGraph.of(13, 1, 3)
            .floats("w", 2, 3)
            .floats("b", 2)
            .node("y = Gemm(x, w, b)", integer("transB", 1));
    assertThat(graph.layer())
        .isEqualTo(
            FullyConnected.of(
                "y",
                "x",
                Parameter.of("Weights", new float[] {1, 2, 3, 4, 5, 6}, 2, 3),
                Parameter.of("Bias", new float[] {1, 2}, 2)));
  }

  @Test
  void gemmScalesWeightsByAlphaAndTheBiasByBeta() {
    var graph =
        TestGraph.of(13, 1, 3)
            .floats("w", 3, 2)
            .floats("b", 1)
            .node("y = Gemm(x, w, b)", number("alpha", 2), number("beta", 3));
    assertThat(graph.layer())
        .isEqualTo(
            FullyConnected.of(
                "y",
                "x",
                Parameter.of("Weights", new float[] {2, 6, 10, 4, 8, 12}, 2, 3),
                Parameter.of("Bias", new float[] {3, 3}, 2)));
  }

  @Test
  void matMulAndAddAreOneFullyConnectedLayer() {
    var graph =
        TestGraph.of(13, 1, 3)
            .floats("w", 3, 2)
            .floats("b", 2)
            .node("dense", "m = MatMul(x, w)")
            .node("y = Add(b, m)");
    assertThat(graph.layer())
        .isEqualTo(
            FullyConnected.of(
                "dense",
                "x",
                Parameter.of("Weights", new float[] {1, 3, 5, 2, 4, 6}, 2, 3),
                Parameter.of("Bias", new float[] {1, 2}, 2)));
  }

  @Test
  void batchNormalizationKeepsItsStatistics() {
    var graph =
        TestGraph.of(13, 1, 2, 5, 5)
            .floats("p", 2)
            .node("y = BatchNormalization(x, p, p, p, p)", number("epsilon", 0.5f));
    var layer = (BatchNormalization) graph.layer();
    assertThat(layer.epsilon()).isEqualTo(0.5f);
    assertThat(layer.variance()).isEqualTo(Parameter.of("TrainedVariance", new float[] {1, 2}, 2));
  }

  @Test
  void lrnHasOnnxDefaults() {
    var graph = TestGraph.of(13, 1, 2, 5, 5).node("y = LRN(x)", integer("size", 5));
    assertThat(graph.layer())
        .isEqualTo(new CrossChannelNormalization("y", "x", 5, 1e-4f, 0.75f, 1));
  }

  @Test
  void sumOfThreeIsOneAddition() {
    var graph = TestGraph.of(13, 1, 2, 5, 5).node("y = Sum(x, x, x)");
    assertThat(graph.layer()).isEqualTo(Addition.of("y", "x", "x", "x"));
  }

  @ParameterizedTest
  @CsvSource({"1, CHANNEL", "-1, WIDTH", "2, HEIGHT", "0, BATCH"})
  void concatRunsAlongItsAxis(long axis, Axis expected) {
    var graph = TestGraph.of(13, 1, 2, 5, 5).node("y = Concat(x, x)", integer("axis", axis));
    assertThat(graph.layer()).isEqualTo(new Concatenation("y", List.of("x", "x"), expected));
  }

  @Test
  void dropoutTakesItsRatioFromAnAttributeOrAnInput() {
    var older = TestGraph.of(7, 1, 2).node("y = Dropout(x)", number("ratio", 0.3f));
    var newer = TestGraph.of(13, 1, 2).floats("one").node("y = Dropout(x, one)");
    assertThat(older.layer()).isEqualTo(new Dropout("y", "x", 0.3f));
    assertThat(newer.layer()).isEqualTo(new Dropout("y", "x", 1));
  }

  @Test
  void flattenOfPlanesIsALayer() {
    assertThat(TestGraph.of(13, 1, 2, 5, 5).node("y = Flatten(x)").layer())
        .isEqualTo(new Flatten("y", "x"));
  }

  @Test
  void flattenOfOneByOneIsNone() {
    var graph = TestGraph.of(13, 1, 2, 1, 1).node("f = Flatten(x)").node("y = Relu(f)");
    assertThat(graph.layer()).isEqualTo(new Relu("y", "x"));
  }

  @ParameterizedTest
  @CsvSource({"0, -1", "-1, 50", "1, 50"})
  void reshapeToItemsAndTheRestIsFlatten(long items, long rest) {
    var graph =
        TestGraph.of(13, 0, 2, 5, 5).longs("shape", items, rest).node("y = Reshape(x, shape)");
    assertThat(graph.layer()).isEqualTo(new Flatten("y", "x"));
  }

  @Test
  void reshapeToAShapeThatNodesWorkOutIsFlatten() {
    var graph =
        TestGraph.of(13, 0, 2, 5, 5)
            .longs("zero", 0)
            .longs("rest", -1)
            .node("all = Shape(x)")
            .node("items = Gather(all, zero)")
            .node("shape = Concat(items, rest)", integer("axis", 0))
            .node("y = Reshape(x, shape)");
    assertThat(graph.layer()).isEqualTo(new Flatten("y", "x"));
  }

  @Test
  void squeezeIdentityAndCastAreReadThrough() {
    var graph =
        TestGraph.of(11, 1, 2, 1, 1)
            .node("s = Squeeze(x)", ints("axes", 2, 3))
            .node("i = Identity(s)")
            .node("c = Cast(i)", integer("to", 1))
            .node("y = Relu(c)");
    assertThat(graph.layer()).isEqualTo(new Relu("y", "x"));
  }

  @Test
  void softmaxOverChannelsAtTheEndMakesAClassifier() {
    var graph = TestGraph.of(13, 1, 5).node("prob", "y = Softmax(x)");
    assertThat(graph.layers())
        .containsExactly(
            Softmax.of("prob", "x"),
            new ClassificationOutput("ClassificationLayer_prob", "prob", List.of()));
  }

  @Test
  void softmaxBeforeOpset13RunsOverTheOneDimensionThatIsLongerThan1() {
    var graph = TestGraph.of(11, 1, 5, 1, 1).node("s = Softmax(x)").node("y = Relu(s)");
    assertThat(graph.layers().get(0)).isEqualTo(Softmax.of("s", "x"));
  }

  @Test
  void weightsInAConstantNodeAreWeights() {
    var seven =
        TensorProto.newBuilder()
            .setDataType(TensorProto.DataType.FLOAT_VALUE)
            .addAllDims(List.of(1L, 1L, 1L, 1L))
            .addFloatData(7)
            .build();
    var graph =
        TestGraph.of(13, 1, 1, 5, 5)
            .node("w = Constant()", TestGraph.tensor("value", seven))
            .node("y = Conv(x, w)");
    assertThat(((Convolution2d) graph.layer()).weights())
        .isEqualTo(Parameter.of("Weights", new float[] {7}, 1, 1, 1, 1));
    assertThat(((Convolution2d) graph.layer()).bias()).isEqualTo(Optional.empty());
  }
}
