package io.fovea.app.server;

import io.fovea.Net;
import io.fovea.network.Layer;
import io.fovea.tensor.Shape;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * What the channels of a network's last layers are called: by the classes, from the output back as
 * long as each channel is made of one channel alone.
 */
final class ClassNames {
  /** What makes each channel of all channels. */
  private static final Set<LayerKind> MIXING = Set.of(LayerKind.CONVOLUTION, LayerKind.DENSE);

  private ClassNames() {}

  /**
   * The names of a layer's channels; none where they don't stand for classes.
   *
   * @param look that knows the layer's activation
   */
  static List<String> of(Look look, String layer) {
    Set<String> telling =
        telling(look.net(), each -> Optional.of(look.activation(each.name()).shape()));
    return telling.contains(layer) ? look.net().classes() : List.of();
  }

  /**
   * What a class is matched by: one list writes "tiger cat", another "tiger_cat" or "Tiger cat".
   */
  static String plain(String label) {
    return label.replace('_', ' ').toLowerCase(Locale.ROOT);
  }

  /**
   * The layers whose channels stand for the network's classes, from the output back.
   *
   * @param shapes of the layers' activations, where they are known
   */
  static Set<String> telling(Net net, Function<Layer, Optional<Shape>> shapes) {
    var telling = new LinkedHashSet<String>();
    int classes = net.classes().size();
    Optional<Layer> at = net.network().outputs().stream().findFirst();
    while (at.flatMap(shapes).filter(shape -> shape.channels() == classes).isPresent()
        && telling.add(at.orElseThrow().name())) {
      List<String> inputs = at.orElseThrow().inputs();
      at =
          inputs.size() == 1 && !MIXING.contains(LayerKind.of(at.orElseThrow()))
              ? net.network().find(inputs.get(0))
              : Optional.empty();
    }
    return telling;
  }
}
