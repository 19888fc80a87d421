package io.fovea.engine;

import io.fovea.network.MaxPooling2d;
import org.bytedeco.dnnl.global.dnnl;

/** Max pooling. */
final class MaxPoolingExecutor implements Executor<MaxPooling2d> {
  @Override
  public boolean writesParts() {
    return true;
  }

  @Override
  public void compile(MaxPooling2d layer, Compilation plan) {
    PoolingPrimitive.add(plan, dnnl.dnnl_pooling_max, layer.window(plan.input(0).shape()));
  }

  @Override
  public void differentiate(MaxPooling2d layer, Differentiation back) {
    PoolingPrimitive.addGradient(
        back, dnnl.dnnl_pooling_max, layer.window(back.plan().input(0).shape()));
  }
}
