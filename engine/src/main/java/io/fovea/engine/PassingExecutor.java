package io.fovea.engine;

import io.fovea.network.Layer;

/** A layer that passes its input on as it is: dropout after training, the classification output. */
final class PassingExecutor<L extends Layer> implements Executor<L> {
  @Override
  public void compile(L layer, Compilation plan) {
    plan.defineAs(plan.input(0));
  }
}
