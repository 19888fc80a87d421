package io.fovea.app.server;

import io.fovea.Net;
import io.fovea.network.ImageInput;
import java.util.List;
import java.util.stream.Collectors;

/** The input that a network is shown pictures through. */
final class OneInput {
  private OneInput() {}

  /**
   * The network's one image input.
   *
   * @throws RequestException if it has none, or several
   */
  static ImageInput of(Net net) {
    List<ImageInput> inputs = net.network().imageInputs();
    if (inputs.isEmpty()) {
      throw RequestException.wrong(
          net.name()
              + " has no image input, so that it can't be shown anything; look at its layers and"
              + " weights, or choose another network");
    }
    if (inputs.size() > 1) {
      throw RequestException.wrong(
          "%s has %d image inputs (%s), but one picture can be shown; look at its layers and weights, or choose another network"
              .formatted(
                  net.name(),
                  inputs.size(),
                  inputs.stream().map(ImageInput::name).collect(Collectors.joining(", "))));
    }
    return inputs.get(0);
  }
}
