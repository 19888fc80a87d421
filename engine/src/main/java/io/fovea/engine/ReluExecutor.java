package io.fovea.engine;

import io.fovea.network.Relu;

/** A ReLU by itself, where somebody wants what stands before it. */
final class ReluExecutor implements Executor<Relu> {
  @Override
  public void compile(Relu layer, Compilation plan) {
    Value input = plan.input(0);
    plan.define(
        Elementwise.RELU.apply(plan, input.place(), plan.place(input.shape(), Layout.BLOCKED)));
  }

  @Override
  public void differentiate(Relu layer, Differentiation back) {
    if (back.passes(layer)) {
      back.pass();
    } else {
      back.give(0, Elementwise.RELU.gradient(back, back.plan().value(layer.name())));
    }
  }
}
