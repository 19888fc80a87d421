package io.fovea.learn;

import io.fovea.network.Dropout;
import io.fovea.network.ImageInput;
import io.fovea.network.Layer;
import io.fovea.network.Network;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Where a network can be cut in two: a layer that every path from the input goes through, with
 * nothing before it that learns or is left to chance.
 */
final class Boundary {
  private Boundary() {}

  /**
   * The last such layer; none where only the input itself would do.
   *
   * @param learning the names of the layers that learn
   */
  static Optional<Layer> of(Network network, List<String> learning) {
    List<Layer> layers = network.layers();
    Optional<Layer> last = Optional.empty();
    for (int i = 0; i < layers.size(); i++) {
      Layer layer = layers.get(i);
      if (learning.contains(layer.name()) || drops(layer)) {
        break;
      }
      if (!(layer instanceof ImageInput) && allElsePasses(layers, i)) {
        last = Optional.of(layer);
      }
    }
    return last;
  }

  private static boolean drops(Layer layer) {
    return layer instanceof Dropout dropout && dropout.probability() > 0;
  }

  /** Whether the layers behind this one take no other layer up to it. */
  private static boolean allElsePasses(List<Layer> layers, int index) {
    Set<String> hidden = new HashSet<>();
    layers.subList(0, index).forEach(layer -> hidden.add(layer.name()));
    return layers.subList(index + 1, layers.size()).stream()
        .noneMatch(
            layer ->
                layer instanceof ImageInput || layer.inputs().stream().anyMatch(hidden::contains));
  }

  /** The network behind the boundary, its input under the boundary's name. */
  static Network head(Network network, Layer boundary, int channels, int height, int width) {
    List<Layer> layers = network.layers();
    var head = new ArrayList<Layer>();
    head.add(ImageInput.of(boundary.name(), height, width, channels));
    head.addAll(layers.subList(layers.indexOf(boundary) + 1, layers.size()));
    return Network.of(network.name(), head);
  }
}
