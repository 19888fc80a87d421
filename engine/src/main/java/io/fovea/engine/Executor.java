package io.fovea.engine;

import io.fovea.network.Layer;

/** Turns one layer type into primitives of a plan. */
interface Executor<L extends Layer> {
  /** Adds the layer's primitives and defines its activation. */
  void compile(L layer, Compilation plan);

  /**
   * Adds the layer's backward primitives: gives each input that wants it the gradient with respect
   * to its activation, and gathers those of the parameters, if the layer learns.
   */
  void differentiate(L layer, Differentiation back);

  /** Whether its primitive can apply a ReLU that follows it. */
  default boolean appliesRelu() {
    return false;
  }

  /** Whether its backward primitive takes the gradient through the ReLU that it applies, too. */
  default boolean differentiatesRelu() {
    return false;
  }

  /** Whether its primitive can write into some channels of a larger blocked buffer. */
  default boolean writesParts() {
    return false;
  }
}
