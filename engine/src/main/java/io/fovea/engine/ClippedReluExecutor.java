package io.fovea.engine;

import io.fovea.network.ClippedRelu;
import org.bytedeco.dnnl.global.dnnl;

/** A ReLU with a ceiling. */
final class ClippedReluExecutor implements Executor<ClippedRelu> {
  @Override
  public void compile(ClippedRelu layer, Compilation plan) {
    Value input = plan.input(0);
    plan.define(
        elementwise(layer).apply(plan, input.place(), plan.place(input.shape(), Layout.BLOCKED)));
  }

  @Override
  public void differentiate(ClippedRelu layer, Differentiation back) {
    back.give(0, elementwise(layer).gradient(back, back.plan().value(layer.name())));
  }

  private static Elementwise elementwise(ClippedRelu layer) {
    return new Elementwise(
        "clipped relu",
        dnnl.dnnl_eltwise_clip_v2,
        dnnl.dnnl_eltwise_clip_v2_use_dst_for_bwd,
        layer.ceiling());
  }
}
