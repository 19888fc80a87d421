package io.fovea.app.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.grack.nanojson.JsonObject;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;

/** A drawn sample through the bundled network, over HTTP. */
@Timeout(120)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LookRoutesTest {
  private final Served served = Served.start();

  @AfterAll
  void stop() {
    served.close();
  }

  @Test
  void tilesHaveTheSizeThatIsAskedFor() throws Exception { // 64 channels of 113 × 113
    assertThat(tile("conv1", 32)).containsEntry("height", 32).containsEntry("width", 32);
  }

  @Test
  void ofFewChannelsTheyAreTwiceAsLarge() throws Exception { // 3 of 227 × 227
    assertThat(tile("data", 32)).containsEntry("height", 64).containsEntry("width", 64);
  }

  @Test
  void aChannelOfAReluIsSavedOnTheScaleOfWhatWentInToo() throws Exception {
    String asked = "model=squeezenet&input=sample:face&channel=2&layer=";
    JsonObject before = Served.head(served.get("api/channel?" + asked + "conv1"));

    String lines = Served.json(served.get("api/java?" + asked + "relu_conv1")).getString("java");

    assertThat(before.getDouble("least")).isNegative();
    assertThat(lines)
        .contains(
            "Scale.range(%s, %s)"
                .formatted(before.getDouble("least"), before.getDouble("greatest")));
  }

  private JsonObject tile(String layer, int size) throws Exception {
    String tiles = "api/tiles?model=squeezenet&input=sample:face&layer=%s&size=%d";
    return Served.head(served.get(tiles.formatted(layer, size))).getObject("tile");
  }
}
