package io.fovea.app.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.fovea.app.server.GraphLayout.Drawing;
import io.fovea.app.server.GraphLayout.Edge;
import io.fovea.app.server.GraphLayout.Node;
import io.fovea.app.server.GraphLayout.Point;
import io.fovea.network.ImageInput;
import io.fovea.network.Initializer;
import io.fovea.network.Layer;
import io.fovea.network.Network;
import io.fovea.network.Relu;
import io.fovea.zoo.Architectures;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.assertj.core.api.recursive.comparison.RecursiveComparisonConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GraphLayoutTest {
  private static final double NEARLY = 0.01;

  @Test
  void aClosedSqueezenetIsAColumnThatFitsThePane() { // 232 and 18 on either side
    Drawing drawing = GraphLayout.of(network("squeezenet"), Set.of());

    assertThat(drawing.width()).isEqualTo(268);
    assertThat(drawing.nodes()).hasSize(20); // 68 layers less 8 × 7, and 8 blocks
    assertThat(drawing.nodes()).allMatch(node -> node.x() == 18 && node.width() == 232);
  }

  @ParameterizedTest
  @ValueSource(strings = {"squeezenet", "alexnet", "resnet50"})
  void aChainIsDrawnAsTheEngineDrawsIt(String architecture) {
    Drawing column = GraphLayout.of(network(architecture), Set.of());

    assertThat(GraphElk.of(column.nodes(), column.edges()))
        .usingRecursiveComparison(
            RecursiveComparisonConfiguration.builder()
                .withEqualsForType((a, b) -> Math.abs(a - b) < NEARLY, Double.class)
                .build())
        .isEqualTo(column);
  }

  @ParameterizedTest
  @ValueSource(strings = {"squeezenet", "resnet18", "mobilenet-v2"})
  void noTwoCardsOverlap(String architecture) {
    List<Node> nodes = allOpen(architecture).nodes();

    for (Node one : nodes) {
      assertThat(nodes)
          .filteredOn(other -> other != one && !holds(one, other) && !holds(other, one))
          .noneMatch(other -> overlap(one, other));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"squeezenet", "resnet18", "mobilenet-v2"})
  void anOpenedBlockHoldsItsLayers(String architecture) {
    Drawing drawing = allOpen(architecture);
    Map<String, Node> nodes = byId(drawing);

    assertThat(drawing.nodes())
        .filteredOn(node -> node.parent().isPresent())
        .isNotEmpty()
        .allMatch(node -> encloses(nodes.get(node.parent().orElseThrow()), node));
  }

  @ParameterizedTest
  @ValueSource(strings = {"squeezenet", "resnet18", "mobilenet-v2"})
  void everyEdgeLeadsFromTheFootOfOneCardToTheHeadOfAnother(String architecture) {
    Drawing drawing = allOpen(architecture);
    Map<String, Node> nodes = byId(drawing);

    assertThat(drawing.edges())
        .allSatisfy(
            edge -> {
              Node from = nodes.get(edge.from());
              Node to = nodes.get(edge.to());
              assertOn(edge.points().get(0), from, from.y() + from.height());
              assertOn(edge.points().get(edge.points().size() - 1), to, to.y());
            });
  }

  @ParameterizedTest
  @ValueSource(strings = {"squeezenet", "resnet18"})
  void everyEdgeHasRightAnglesOnly(String architecture) {
    for (Edge edge : allOpen(architecture).edges()) {
      for (int i = 1; i < edge.points().size(); i++) {
        Point from = edge.points().get(i - 1);
        Point to = edge.points().get(i);
        assertThat(Math.min(Math.abs(from.x() - to.x()), Math.abs(from.y() - to.y())))
            .isCloseTo(0, within(NEARLY));
      }
    }
  }

  @Test
  void anOpenedBlockStandsAmongClosedOnes() {
    Map<String, Node> nodes = byId(GraphLayout.of(network("squeezenet"), Set.of("fire3")));

    assertThat(nodes.get("fire3").open()).isTrue();
    assertThat(nodes.get("fire3-concat").parent()).contains("fire3");
    assertThat(nodes.get("fire2").open()).isFalse();
    assertThat(nodes).doesNotContainKey("fire2-concat");
  }

  @Test
  void branchesStandSideBySideInTheirOrderAndWhatJoinsThemBetween() {
    Map<String, Node> nodes = byId(GraphLayout.of(network("squeezenet"), Set.of("fire2")));

    assertThat(middle(nodes.get("fire2-expand1x1"))).isLessThan(middle(nodes.get("fire2-concat")));
    assertThat(middle(nodes.get("fire2-concat")))
        .isCloseTo(
            (middle(nodes.get("fire2-expand1x1")) + middle(nodes.get("fire2-expand3x3"))) / 2,
            within(NEARLY));
  }

  @Test
  void anUnknownBlockIsLeftClosed() {
    assertThat(GraphLayout.of(network("squeezenet"), Set.of("fire99")))
        .isEqualTo(GraphLayout.of(network("squeezenet"), Set.of()));
  }

  @Test
  void fiveHundredLayersInAChainStandBelowEachOther() { // 500 cards of 50, 499 gaps of 14, margins
    List<Layer> layers = new ArrayList<>();
    layers.add(ImageInput.of("layer0", 4, 4, 1));
    for (int i = 1; i < 500; i++) {
      layers.add(new Relu("layer" + i, "layer" + (i - 1)));
    }

    assertThat(GraphLayout.of(Network.of("deep", layers), Set.of()).height())
        .isEqualTo(500 * 50 + 499 * 14 + 2 * 18);
  }

  @Test
  void aFaultyLayerHasRoomForTheWordsOfItsFaults() { // 50 and 44
    Network faulty =
        Network.of("faulty", List.of(ImageInput.of("data", 4, 4, 1), new Relu("lost", "nowhere")));

    Drawing drawing = GraphLayout.of(faulty, Set.of());

    assertThat(drawing.edges()).isEmpty();
    assertThat(byId(drawing).get("lost").height()).isEqualTo(94);
  }

  private static void assertOn(Point point, Node node, double y) {
    assertThat(point.y()).isCloseTo(y, within(NEARLY));
    assertThat(point.x()).isBetween(node.x(), node.x() + node.width());
  }

  private static double middle(Node node) {
    return node.x() + node.width() / 2;
  }

  private static Drawing allOpen(String architecture) {
    Network network = network(architecture);
    return GraphLayout.of(
        network, Blocks.of(network).stream().map(GraphBlock::id).collect(Collectors.toSet()));
  }

  private static Network network(String architecture) {
    return Architectures.create(architecture, 2, Initializer.ZEROS, 1);
  }

  private static Map<String, Node> byId(Drawing drawing) {
    return drawing.nodes().stream().collect(Collectors.toMap(Node::id, Function.identity()));
  }

  private static boolean holds(Node frame, Node card) {
    return card.parent().filter(frame.id()::equals).isPresent();
  }

  private static boolean encloses(Node frame, Node card) {
    return frame.x() < card.x()
        && frame.y() < card.y()
        && card.x() + card.width() < frame.x() + frame.width()
        && card.y() + card.height() < frame.y() + frame.height();
  }

  private static boolean overlap(Node one, Node other) {
    return one.x() < other.x() + other.width()
        && other.x() < one.x() + one.width()
        && one.y() < other.y() + other.height()
        && other.y() < one.y() + one.height();
  }
}
