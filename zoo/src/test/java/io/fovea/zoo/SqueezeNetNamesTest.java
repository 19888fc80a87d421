package io.fovea.zoo;

import static org.assertj.core.api.Assertions.assertThat;

import io.fovea.network.ImageInput;
import io.fovea.network.Initializer;
import io.fovea.network.Network;
import io.fovea.network.Relu;
import java.util.List;
import org.junit.jupiter.api.Test;

class SqueezeNetNamesTest {
  @Test
  void anotherNetworkAnswersToItsOwnNamesOnly() {
    var network =
        Network.of("tiny", List.of(ImageInput.of("data", 227, 227, 3), new Relu("conv1", "data")));

    assertThat(SqueezeNetNames.aliases(network)).isEmpty();
  }

  @Test
  void aSqueezeNetOfAnyNumberOfClassesAnswersToThem() {
    var network = Architectures.squeezenet(5, Initializer.ZEROS, 1);

    assertThat(SqueezeNetNames.aliases(network)).hasSize(68).containsEntry("conv10", "conv10");
  }
}
