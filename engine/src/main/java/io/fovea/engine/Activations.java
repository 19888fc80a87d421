package io.fovea.engine;

import java.util.Set;

/** The wanted activations of one run; see {@link Plan} for who may read them when. */
public final class Activations {
  private final Plan plan;
  private final long run;
  private final Set<String> layers;

  Activations(Plan plan, long run, Set<String> layers) {
    this.plan = plan;
    this.run = run;
    this.layers = layers;
  }

  /** The names of the wanted layers. */
  public Set<String> layers() {
    return Set.copyOf(layers);
  }

  /**
   * One layer's activation, not copied yet.
   *
   * @throws EngineException if the plan wasn't compiled for it
   */
  public Activation get(String layer) {
    if (!layers.contains(layer)) {
      throw new EngineException(
          "this plan doesn't keep the activation of %s; compile it with that layer wanted"
              .formatted(layer));
    }
    return new Activation(plan, run, layer);
  }
}
