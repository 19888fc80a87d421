package io.fovea.onnx;

import static io.fovea.onnx.TestGraph.integer;
import static io.fovea.onnx.TestGraph.ints;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.fovea.network.Flatten;
import io.fovea.network.Layer;
import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a graph is refused for, and in which words; and what isn't the reader's to refuse. */
class RefusalsTest {
  @Test
  void everyNodeThatIsNotUnderstoodIsNamedAtOnce() {
    var graph =
        TestGraph.of(13, 1, 2, 8, 8)
            .node("up", "a = Resize(x)")
            .node("s1", "b = Sigmoid(a)")
            .node("s2", "c = Sigmoid(b)")
            .node("turn", "d = Transpose(x)", ints("perm", 0, 2, 3, 1))
            .node("y = Relu(c)");
    var thrown = catchThrowableOfType(OnnxException.class, graph::read);
    assertThat(thrown)
        .hasMessage(
            "Fovea doesn't understand 4 nodes: Resize needs a layer of its own, at up;"
                + " Sigmoid needs a layer of its own, at s1, s2;"
                + " Transpose needs a layer that exchanges dimensions (perm is [0, 2, 3, 1]), at"
                + " turn");
    assertThat(thrown.unsupported())
        .contains(new UnsupportedNode("s2", "Sigmoid", "a layer of its own"))
        .hasSize(4);
  }

  @Test
  void anInputOfFiveDimensionsIsNamed() {
    var graph = TestGraph.of(13, 1, 2, 8, 8, 8).node("y = Relu(x)");
    assertThatThrownBy(graph::read)
        .isInstanceOf(OnnxException.class)
        .hasMessage(
            "Fovea doesn't understand a node: an input needs 1 to 4 dimensions, not 5, at x");
  }

  @Test
  void anOutputThatNobodyReadsAsALayerIsNamed() {
    var graph =
        TestGraph.of(13, 1, 2, 8, 8)
            .output("places")
            .node("y, places = MaxPool(x)", ints("kernel_shape", 2, 2));
    assertThatThrownBy(graph::read)
        .hasMessageContaining("MaxPool needs a layer that gives its output 2 (places) too, at y");
  }

  @Test
  void aCycleIsNamed() {
    var graph =
        TestGraph.of(13, 1, 2)
            .node("a", "p = Add(x, q)")
            .node("b", "q = Relu(p)")
            .node("c", "y = Relu(q)");
    assertThatThrownBy(graph::read)
        .isInstanceOf(OnnxException.class)
        .hasMessage(
            "has a cycle, so that no order of its nodes can run: b, a; export the network again");
  }

  @Test
  void twoNodesWithOneOutputAreNamed() {
    var graph = TestGraph.of(13, 1, 2).node("a", "y = Relu(x)").node("b", "y = Relu(x)");
    assertThatThrownBy(graph::read)
        .isInstanceOf(OnnxException.class)
        .hasMessage("two nodes, a and b, give the output y; give each one its own");
  }

  @Test
  void anOutputThatNoNodeGivesIsNamed() {
    var graph = TestGraph.of(13, 1, 2).node("z = Relu(x)");
    assertThatThrownBy(graph::read)
        .isInstanceOf(OnnxException.class)
        .hasMessage("has the output y, but no node gives it; export the network again");
  }

  @Test
  void absurdSizesAreNamed() {
    var graph =
        TestGraph.of(13, 1, 1, 8, 8)
            .floats("w", 1, 1, 3, 3)
            .node("conv", "y = Conv(x, w)", ints("dilations", 1L << 40, 1));
    assertThatThrownBy(graph::read)
        .isInstanceOf(OnnxException.class)
        .hasMessage("conv: dilations is 1099511627776, but must be between 0 and 32,767");
  }

  @Test
  void anInputTooLargeForAnyTensorIsNamed() {
    var graph = TestGraph.of(13, 1, 3, 100_000, 100_000).node("y = Relu(x)");
    assertThatThrownBy(graph::read)
        .isInstanceOf(OnnxException.class)
        .hasMessageStartingWith("x: a tensor of 1 × 3 × 100000 × 100000 has more values than");
  }

  @Test
  void valuesThatTheFileOnlyAsksForAreBounded() {
    var graph =
        TestGraph.of(13, 1, 3)
            .longs("shape", 1 << 20, 1 << 20)
            .node("w", "w = ConstantOfShape(shape)")
            .node("y = MatMul(x, w)");
    assertThatThrownBy(graph::read)
        .isInstanceOf(OnnxException.class)
        .hasMessageStartingWith("w: asks for 2,147,483,647 values that aren't in the file");
  }

  @Test
  void addOfAConstantThatIsNoBiasSaysWhatItWouldNeed() {
    var graph =
        TestGraph.of(13, 1, 2, 8, 8).floats("c", 8).node("r = Relu(x)").node("y = Add(r, c)");
    assertThatThrownBy(graph::read)
        .hasMessage(
            "Fovea doesn't understand a node: Add needs a layer that adds constants (c is 8), at"
                + " y");
  }

  @Test
  void aConvolutionThatOthersTakeTooKeepsItsActivation() {
    var graph =
        TestGraph.of(13, 1, 1, 8, 8)
            .output("c")
            .floats("w", 1, 1, 1, 1)
            .floats("b", 1, 1, 1)
            .node("c = Conv(x, w)")
            .node("y = Add(c, b)");
    assertThatThrownBy(graph::read).hasMessageContaining("Add needs a layer that adds constants");
  }

  @Test
  void channelsThatDoNotFitAreLeftToTheAnalysis() {
    var graph =
        TestGraph.of(13, 1, 3, 8, 8)
            .floats("w", 4, 5, 3, 3)
            .node("c = Conv(x, w)")
            .node("y = Relu(c)");
    assertThat(graph.layers()).extracting(Layer::name).containsExactly("c", "y");
  }

  @Test
  void anActivationThatIsNotThereIsLeftToTheAnalysis() {
    var graph = TestGraph.of(13, 1, 3, 8, 8).node("y = Add(x, nowhere)");
    assertThat(graph.layer().inputs()).containsExactly("x", "nowhere");
  }

  @Test
  void nodesInAnyOrderAreSorted() {
    var graph = TestGraph.of(13, 1, 3).node("y = Relu(h)").node("h = Dropout(x)");
    assertThat(graph.layers()).extracting(Layer::name).containsExactly("h", "y");
  }

  @Test
  void namesThatRepeatGetANumber() {
    var graph =
        TestGraph.of(13, 1, 3)
            .node("relu", "a = Relu(x)")
            .node("relu", "b = Relu(a)")
            .node("x", "y = Relu(b)");
    assertThat(graph.layers()).extracting(Layer::name).containsExactly("relu", "relu_2", "x_2");
  }

  @Test
  void namesOfOutputsAndOfNodesReadThroughAreFoundToo() {
    var graph =
        TestGraph.of(13, 1, 3).node("relu", "a = Relu(x)").node("same", "y = Identity(a)").read();
    assertThat(graph.aliases()).containsEntry("a", "relu").containsEntry("same", "relu");
    assertThat(graph.outputs()).containsEntry("y", "relu");
  }

  @Test
  void aReshapeToMoreOrFewerValuesIsNamed() {
    var graph = TestGraph.of(13, 1, 2, 8, 8).longs("s", 1, 100).node("y = Reshape(x, s)");
    assertThatThrownBy(graph::read)
        .isInstanceOf(OnnxException.class)
        .hasMessage(
            "y: can't make [1, 100] of [1, 2, 8, 8]: that many values aren't there; export the"
                + " file again");
  }

  @Test
  void aReshapeThatWantsAnotherSizeThanTheAssumedOneIsLeftToTheAnalysis() {
    var graph = TestGraph.of(13, 0, 2, 0, 0).longs("s", 1, 128).node("y = Reshape(x, s)");
    assertThat(graph.layer()).isEqualTo(new Flatten("y", "x"));
  }

  @ParameterizedTest
  @ValueSource(longs = {0, -4})
  void aFlattenOfTheBatchTooIsNamed(long axis) { // at batch 1 the same as each item's, at 2 not
    var graph = TestGraph.of(13, 1, 2, 8, 8).node("flat", "y = Flatten(x)", integer("axis", axis));
    assertThatThrownBy(graph::read)
        .isInstanceOf(OnnxException.class)
        .hasMessage(
            "Fovea doesn't understand a node: Flatten needs a layer that makes one row of the"
                + " whole batch (axis is 0), at flat");
  }

  @Test
  void aFlattenOfTheBatchIsNamedWhereNoSizeIsKnownToo() {
    var graph =
        TestGraph.of(13, 1, 2, 8, 8)
            .node("h = Add(x, nowhere)")
            .node("y = Flatten(h)", integer("axis", 0));
    assertThatThrownBy(graph::read).hasMessageContaining("(axis is 0), at y");
  }

  @Test
  void manyInputsTakeNoLongerThanTheirNumberDoes() { // each one's Conv was sought among all nodes
    var graph = TestGraph.of(13, 0, 0, 8, 8).floats("w", 1, 5, 3, 3).node("y = Conv(x, w)");
    for (int i = 0; i < 50_000; i++) {
      graph.input("x" + i, 1, 1).node("y%d = Relu(x%d)".formatted(i, i));
    }
    Assertions.assertTimeoutPreemptively(Duration.ofSeconds(10), graph::read);
  }

  @Test
  void gemmOfATransposedInputSaysSo() {
    var graph =
        TestGraph.of(13, 3, 3).floats("w", 3, 3).node("y = Gemm(x, w)", integer("transA", 1));
    assertThatThrownBy(graph::read)
        .hasMessageContaining("Gemm needs a layer that transposes its input (transA is 1), at y");
  }
}
