package io.fovea.engine;

import io.fovea.network.Layer;

/** Turns one layer type into primitives of a plan. */
interface Executor<L extends Layer> {
  /** Adds the layer's primitives and defines its activation. */
  void compile(L layer, Compilation plan);

  /** Whether its primitive can apply a ReLU that follows it. */
  default boolean appliesRelu() {
    return false;
  }

  /** Whether its primitive can write into some channels of a larger blocked buffer. */
  default boolean writesParts() {
    return false;
  }
}
