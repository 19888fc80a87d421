package io.fovea.engine;

import io.fovea.network.Layer;
import io.fovea.network.Network;
import java.util.Set;

/** The wanted activations of one run; see {@link Plan} for who may read them when. */
public final class Activations {
  private final Plan plan;
  private final long run;
  private final Network network;
  private final Set<String> layers;

  Activations(Plan plan, long run, Network network, Set<String> layers) {
    this.plan = plan;
    this.run = run;
    this.network = network;
    this.layers = layers;
  }

  /** The names of the wanted layers. */
  public Set<String> layers() {
    return Set.copyOf(layers);
  }

  /**
   * One layer's activation, not copied yet.
   *
   * @param layer its name or alias
   * @throws EngineException if the plan wasn't compiled for it
   */
  public Activation get(String layer) {
    return network
        .find(layer)
        .map(Layer::name)
        .filter(layers::contains)
        .map(name -> new Activation(plan, run, name))
        .orElseThrow(
            () ->
                new EngineException(
                    "this plan doesn't keep the activation of %s; compile it with that layer wanted"
                        .formatted(layer)));
  }
}
