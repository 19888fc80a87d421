package io.fovea.engine;

import io.fovea.network.Flatten;
import io.fovea.tensor.Shape;

/** Flatten: plain order read with another shape. */
final class FlattenExecutor implements Executor<Flatten> {
  @Override
  public void compile(Flatten layer, Compilation plan) {
    Value input = plan.input(0);
    Shape in = input.shape();
    if (in.height() == 1 && in.width() == 1) {
      plan.defineAs(input);
    } else {
      plan.define(plan.view(plan.in(Layout.PLAIN, input), layer.outputShape(in)));
    }
  }
}
