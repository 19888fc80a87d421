package io.fovea.app.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.fovea.network.ImageInput;
import io.fovea.network.Network;
import io.fovea.network.Relu;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class GraphsTest {
  @Test
  void aDrawingSaysWhereEachCardStandsAndWhichWayEachLineGoes() {
    Network network =
        Network.of("two", List.of(ImageInput.of("data", 4, 4, 1), new Relu("relu", "data")));

    assertThat(Graphs.json(network, Set.of()))
        .isEqualToIgnoringWhitespace(
            """
            {"width": 268.0, "height": 150.0,
             "nodes": [
              {"id": "data", "kind": "layer", "label": "data", "layer": "data",
               "x": 18.0, "y": 18.0, "width": 232.0, "height": 50.0},
              {"id": "relu", "kind": "layer", "label": "relu", "layer": "relu",
               "x": 18.0, "y": 82.0, "width": 232.0, "height": 50.0}],
             "edges": [{"from": "data", "to": "relu", "points": [[134.0, 68.0], [134.0, 82.0]]}]}
            """);
  }
}
