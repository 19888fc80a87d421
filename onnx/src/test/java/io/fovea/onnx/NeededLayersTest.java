package io.fovea.onnx;

import static io.fovea.onnx.TestGraph.integer;
import static org.assertj.core.api.Assertions.assertThat;

import ai.onnx.proto.OnnxMl.GraphProto;
import io.fovea.network.Layer;
import io.fovea.network.Network;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Of a graph's layers the network has those that the graph's outputs need, and no others. */
class NeededLayersTest {
  @Test
  void aLayerBehindTheOutputIsDropped() {
    var graph = TestGraph.of(13, 1, 3).node("y = Relu(x)").node("left = Relu(y)").read();
    assertThat(names(graph.layers())).containsExactly("x", "y");
    assertThat(names(Network.of("net", graph.layers()).outputs())).containsExactly("y");
  }

  @Test
  void aBranchThatLeadsToNoOutputIsDroppedWhole() {
    var graph =
        TestGraph.of(13, 1, 3)
            .node("h = Relu(x)")
            .node("a = Dropout(h)")
            .node("b = Relu(a)")
            .node("y = Softmax(h)", integer("axis", 1))
            .read();
    assertThat(names(graph.layers())).containsExactly("x", "h", "y", "ClassificationLayer_y");
  }

  @Test
  void anOutputThatAnotherOneNeedsIsKeptWithIt() {
    var graph =
        TestGraph.of(13, 1, 3).output("h").node("h = Relu(x)").node("y = Dropout(h)").read();
    assertThat(names(graph.layers())).containsExactly("x", "h", "y");
    assertThat(graph.outputs()).containsEntry("h", "h").containsEntry("y", "y");
  }

  @Test
  void anInputThatNoOutputNeedsIsDropped() {
    var graph = TestGraph.of(13, 1, 3).input("other", 0, 3, 0, 0).node("y = Relu(x)").read();
    assertThat(names(graph.layers())).containsExactly("x", "y");
    assertThat(graph.assumedSizes()).isEmpty();
  }

  @Test
  void namesOfLayersThatAreDroppedFindNothing() {
    var graph = TestGraph.of(13, 1, 3).node("y = Relu(x)").node("left", "l = Relu(y)").read();
    assertThat(graph.aliases()).doesNotContainKey("l");
  }

  @Test
  void aGraphWithoutOutputsKeepsAll() {
    GraphProto graph =
        TestGraph.of(13, 1, 3).node("y = Relu(x)").model().getGraph().toBuilder()
            .clearOutput()
            .build();
    var read = new GraphReader(graph, 13, Map.of(), ExternalData.of(Path.of("model.onnx"))).read();
    assertThat(names(read.layers())).containsExactly("x", "y");
  }

  private static List<String> names(List<Layer> layers) {
    return layers.stream().map(Layer::name).toList();
  }
}
