package io.fovea.engine;

import io.fovea.network.Layer;

/** A layer that passes its input on as it is: the classification output. */
final class PassingExecutor<L extends Layer> implements Executor<L> {
  @Override
  public void compile(L layer, Compilation plan) {
    plan.defineAs(plan.input(0));
  }

  @Override
  public void differentiate(L layer, Differentiation back) {
    back.pass();
  }
}
