package io.fovea.app.server;

import io.fovea.Net;
import io.fovea.network.Layer;
import io.fovea.tensor.Shape;
import java.util.List;
import java.util.Optional;

/**
 * What the channels of a network's last layers are called: by the classes, from the output back as
 * long as there is one value a class.
 */
final class ClassNames {
  private ClassNames() {}

  /**
   * The names of a layer's channels; none where they don't stand for classes.
   *
   * @param look that knows the layer's activation
   */
  static List<String> of(Look look, String layer) {
    Net net = look.net();
    List<String> classes = net.classes();
    Optional<Layer> at = net.network().outputs().stream().findFirst();
    while (at.isPresent() && isOneEach(look, at.get(), classes.size())) {
      if (at.get().name().equals(layer)) {
        return classes;
      }
      List<String> inputs = at.get().inputs();
      at = inputs.size() == 1 ? net.network().find(inputs.get(0)) : Optional.empty();
    }
    return List.of();
  }

  private static boolean isOneEach(Look look, Layer layer, int classes) {
    Shape shape = look.activation(layer.name()).shape();
    return shape.height() * shape.width() == 1 && shape.channels() == classes;
  }
}
