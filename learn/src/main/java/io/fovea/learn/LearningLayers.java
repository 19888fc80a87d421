package io.fovea.learn;

import io.fovea.network.Layer;
import io.fovea.network.Network;
import java.util.List;

/** Which layers learn. */
final class LearningLayers {
  private LearningLayers() {}

  /**
   * The layers with learnable parameters behind the frozen ones, whose rate isn't 0, in order.
   *
   * @throws TrainingException if there is none
   * @throws io.fovea.network.NetworkException if the last frozen layer or one with factors isn't
   *     there
   */
  static List<String> of(Network network, Optimization optimization) {
    optimization.factors().keySet().forEach(network::layer);
    List<Layer> layers = network.layers();
    int first =
        optimization.frozenUntil().map(name -> layers.indexOf(network.layer(name)) + 1).orElse(0);
    List<String> learning =
        layers.subList(first, layers.size()).stream()
            .filter(layer -> !layer.learnables().isEmpty())
            .map(Layer::name)
            .filter(name -> optimization.factors(name).rate() > 0)
            .toList();
    if (learning.isEmpty()) {
      throw new TrainingException(
          "no layer of %s would learn: %s; freeze fewer layers"
              .formatted(
                  network.name(),
                  optimization
                      .frozenUntil()
                      .map(
                          name ->
                              "all with learnable parameters stand before " + name + " or are it")
                      .orElse("none has learnable parameters, or their factors are 0")));
    }
    return learning;
  }
}
