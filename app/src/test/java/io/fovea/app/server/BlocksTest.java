package io.fovea.app.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.fovea.network.Addition;
import io.fovea.network.ImageInput;
import io.fovea.network.Initializer;
import io.fovea.network.Layer;
import io.fovea.network.Network;
import io.fovea.network.Relu;
import io.fovea.zoo.Architectures;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class BlocksTest {
  @Test
  void squeezenetHasEightFireModules() {
    assertThat(blocks("squeezenet"))
        .extracting(GraphBlock::label)
        .containsExactly("fire2", "fire3", "fire4", "fire5", "fire6", "fire7", "fire8", "fire9");
  }

  @Test
  void aFireModuleIsItsSqueezeBothExpandsAndTheirConcatenation() {
    assertThat(blocks("squeezenet").get(0).layers())
        .containsExactly(
            "fire2-squeeze1x1",
            "fire2-relu_squeeze1x1",
            "fire2-expand1x1",
            "fire2-relu_expand1x1",
            "fire2-expand3x3",
            "fire2-relu_expand3x3",
            "fire2-concat");
  }

  @Test
  void aFireModuleFlowsFromSqueezeToBothExpandsToTheConcatenation() {
    assertThat(blocks("squeezenet").get(0).flow())
        .containsExactly(
            List.of(List.of("fire2-squeeze1x1", "fire2-relu_squeeze1x1")),
            List.of(
                List.of("fire2-expand1x1", "fire2-relu_expand1x1"),
                List.of("fire2-expand3x3", "fire2-relu_expand3x3")),
            List.of(List.of("fire2-concat")));
  }

  @Test
  void resnet18HasEightResidualBlocksEachWithTheReluBehindItsSum() {
    List<GraphBlock> blocks = blocks("resnet18");

    assertThat(blocks)
        .extracting(GraphBlock::label)
        .containsExactly("res2a", "res2b", "res3a", "res3b", "res4a", "res4b", "res5a", "res5b");
    assertThat(blocks.get(0).layers())
        .containsExactly(
            "res2a_branch2a",
            "bn2a_branch2a",
            "res2a_branch2a_relu",
            "res2a_branch2b",
            "bn2a_branch2b",
            "res2a",
            "res2a_relu");
  }

  @Test
  void aBlockWithTheNameOfALayerHasAnIdOfItsOwn() {
    assertThat(blocks("resnet18").get(0).id()).isEqualTo("res2a (block)");
  }

  @Test
  void resnet50HasSixteenBottlenecks() { // 3 + 4 + 6 + 3
    assertThat(blocks("resnet50")).hasSize(16);
  }

  @Test
  void mobilenetHasABlockForEachOfItsTenSums() {
    assertThat(blocks("mobilenet-v2"))
        .hasSize(10)
        .allSatisfy(block -> assertThat(block.layers()).anyMatch(each -> each.endsWith("_add")));
  }

  @Test
  void aChainHasNone() {
    assertThat(blocks("vgg16")).isEmpty();
  }

  @Test
  void whatBranchesOnceIsNoBlock() {
    assertThat(Blocks.of(residual(1))).isEmpty();
  }

  @Test
  void blocksThatNamesDoNotTellApartAreCounted() {
    assertThat(Blocks.of(residual(3)))
        .extracting(GraphBlock::label)
        .containsExactly("block 1", "block 2", "block 3");
  }

  @Test
  void aLayerThatTakesOneThatIsNotThereIsNoHindrance() {
    var layers = new ArrayList<>(residual(2).layers());
    layers.add(new Relu("lost", "nowhere"));

    assertThat(Blocks.of(Network.of("faulty", layers))).hasSize(2);
  }

  /** So many sums of a rectified value with itself, named by numbers only. */
  private static Network residual(int times) {
    List<Layer> layers = new ArrayList<>();
    layers.add(ImageInput.of("0", 4, 4, 1));
    for (int i = 0; i < times; i++) {
      String before = String.valueOf(2 * i);
      layers.add(new Relu(String.valueOf(2 * i + 1), before));
      layers.add(Addition.of(String.valueOf(2 * i + 2), before, String.valueOf(2 * i + 1)));
    }
    return Network.of("residual", layers);
  }

  private static List<GraphBlock> blocks(String architecture) {
    return Blocks.of(Architectures.create(architecture, 2, Initializer.ZEROS, 1));
  }
}
