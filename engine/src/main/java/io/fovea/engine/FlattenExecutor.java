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

  @Override
  public void differentiate(Flatten layer, Differentiation back) {
    Shape in = back.plan().input(0).shape();
    if (in.height() == 1 && in.width() == 1) {
      back.pass();
    } else {
      Place plain = back.plainGradient();
      boolean own = back.gradient().owned() || plain != back.gradient().place();
      back.give(0, new Differentiation.Gradient(back.plan().view(plain, in), own));
    }
  }
}
