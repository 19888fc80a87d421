package io.fovea.app.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.fovea.network.ImageInput;
import io.fovea.network.Layer;
import io.fovea.network.Network;
import io.fovea.network.Relu;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LayerPairTest {
  @Test
  void layersOfOneNameArePairedAndTheOthersStandWhereTheirNeighboursAre() {
    assertThat(pairs(chain("data", "one", "two", "last"), chain("data", "one", "new", "last")))
        .containsExactly("data-data", "one-one", "two-", "-new", "last-last");
  }

  @Test
  void whatOnlyTheOtherHasAtItsEndStandsAtTheEnd() {
    assertThat(pairs(chain("data"), chain("data", "more"))).containsExactly("data-data", "-more");
  }

  @Test
  void layersInAnotherOrderArePairedOnce() {
    assertThat(pairs(chain("data", "one", "two"), chain("data", "two", "one")))
        .containsExactly("data-data", "one-one", "two-two");
  }

  @Test
  void aLayerIsFoundByTheNameThatItAlsoAnswersTo() {
    Network own = chain("data", "conv1");
    Network other = chain("input", "47").withAliases(Map.of("conv1", "47", "data", "input"));

    assertThat(pairs(own, other)).containsExactly("data-input", "conv1-47");
    assertThat(pairs(other, own)).containsExactly("input-data", "47-conv1");
  }

  private static List<String> pairs(Network before, Network after) {
    return LayerPair.of(before, after).stream()
        .map(
            pair ->
                pair.before().map(Layer::name).orElse("")
                    + "-"
                    + pair.after().map(Layer::name).orElse(""))
        .toList();
  }

  /** A picture through one ReLU after another. */
  private static Network chain(String input, String... names) {
    var layers = new ArrayList<Layer>(List.of(ImageInput.of(input, 2, 2, 1)));
    for (String name : names) {
      layers.add(new Relu(name, layers.get(layers.size() - 1).name()));
    }
    return Network.of("chain", layers);
  }
}
