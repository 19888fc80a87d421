package io.fovea.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class NetworkTest {
  private static final ImageInput DATA = ImageInput.of("data", 4, 4, 1);
  private static final Relu LEFT = new Relu("left", "data");
  private static final Relu RIGHT = new Relu("right", "data");
  private static final Addition SUM = Addition.of("sum", "left", "right");
  private static final Network NETWORK = Network.of("net", List.of(DATA, LEFT, RIGHT, SUM));

  @Test
  void everyLayerStandsBehindThoseItTakes() {
    Network network = Network.of("net", List.of(SUM, RIGHT, LEFT, DATA));

    assertThat(network.layers()).containsExactly(DATA, RIGHT, LEFT, SUM);
  }

  @Test
  void otherwiseTheGivenOrderStays() {
    assertThat(NETWORK.layers()).containsExactly(DATA, LEFT, RIGHT, SUM);
  }

  @Test
  void aLayerThatTakesOneTwiceIsPlacedOnce() {
    var twice = Addition.of("twice", "data", "data");

    assertThat(Network.of("net", List.of(twice, DATA)).layers()).containsExactly(DATA, twice);
  }

  @Test
  void layersOnACycleStayAtTheEnd() {
    var one = new Relu("one", "two");
    var two = new Relu("two", "one");

    assertThat(Network.of("net", List.of(one, two, DATA)).layers()).containsExactly(DATA, one, two);
  }

  @Test
  void aLayerIsFoundByNameOrAlias() {
    Network network = NETWORK.withAliases(Map.of("total", "sum", "left", "right", "x", "absent"));

    assertThat(network.layer("sum")).isEqualTo(SUM);
    assertThat(network.layer("total")).isEqualTo(SUM);
    assertThat(network.layer("left")).isEqualTo(LEFT);
    assertThat(network.find("x")).isEmpty();
    assertThat(network.find("nothing")).isEmpty();
  }

  @Test
  void inputsOutputsAndConsumers() {
    assertThat(NETWORK.imageInputs()).containsExactly(DATA);
    assertThat(NETWORK.outputs()).containsExactly(SUM);
    assertThat(NETWORK.consumers(DATA)).containsExactly(LEFT, RIGHT);
  }

  @Test
  void anotherLayerTakesItsPlaceAndAliasesStay() {
    var dropout = new Dropout("left", "data", .5f);
    Network network = NETWORK.withAliases(Map.of("total", "sum")).withLayer(dropout);

    assertThat(network.layers()).containsExactly(DATA, dropout, RIGHT, SUM);
    assertThat(network.layer("total")).isEqualTo(SUM);
  }

  @Test
  void whoTookARemovedLayerTakesWhatItTook() {
    Network network = NETWORK.withAliases(Map.of("l", "left")).withoutLayer("left");

    assertThat(network.layers()).containsExactly(DATA, RIGHT, Addition.of("sum", "data", "right"));
    assertThat(network.layer("l")).isEqualTo(DATA);
  }

  @Test
  void aLayerThatNoOneCanStandForStays() {
    assertThatThrownBy(() -> NETWORK.withoutLayer("sum"))
        .isInstanceOf(NetworkException.class)
        .hasMessage(
            "sum: it takes 2 layers, so that none can stand for it; remove one that takes one");
  }

  @Test
  void anotherNameKeepsTheLayers() {
    assertThat(NETWORK.withName("other")).hasToString("other, 4 layers");
    assertThat(NETWORK.withName("other").layers()).isEqualTo(NETWORK.layers());
  }

  @Test
  void anUnknownNameGetsTheNearestOnes() {
    assertThatThrownBy(() -> NETWORK.layer("rihgt"))
        .isInstanceOf(NetworkException.class)
        .hasMessage("net has no layer rihgt; did you mean right, left or data?");
  }

  @Test
  void aNetworkOfNothingSaysSo() {
    assertThatThrownBy(() -> Network.of("empty", List.of()).layer("conv1"))
        .isInstanceOf(NetworkException.class)
        .hasMessage("empty has no layer conv1, as it has no layers at all");
  }

  @Test
  void aLayerForNoPlaceIsRefused() {
    assertThatThrownBy(() -> NETWORK.withLayer(new Relu("summ", "data")))
        .isInstanceOf(NetworkException.class)
        .hasMessage("net has no layer summ; did you mean sum, data or left?");
  }

  @Test
  void twoLayersOfOneNameAreRefused() {
    assertThatThrownBy(() -> Network.of("net", List.of(LEFT, LEFT)))
        .isInstanceOf(NetworkException.class)
        .hasMessage("left: two layers have this name; give each one its own");
  }

  @Test
  void aLayerWithoutANameIsRefused() {
    assertThatThrownBy(() -> Network.of("net", List.of(new Relu(" ", "data"))))
        .isInstanceOf(NetworkException.class)
        .hasMessage("net: a layer of type ReLU has no name; give it one");
  }
}
