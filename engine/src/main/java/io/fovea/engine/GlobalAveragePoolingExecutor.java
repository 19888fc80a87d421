package io.fovea.engine;

import io.fovea.network.GlobalAveragePooling2d;
import org.bytedeco.dnnl.global.dnnl;

/** Global average pooling. */
final class GlobalAveragePoolingExecutor implements Executor<GlobalAveragePooling2d> {
  @Override
  public void compile(GlobalAveragePooling2d layer, Compilation plan) {
    PoolingPrimitive.add(
        plan, dnnl.dnnl_pooling_avg_exclude_padding, layer.window(plan.input(0).shape()));
  }

  @Override
  public void differentiate(GlobalAveragePooling2d layer, Differentiation back) {
    PoolingPrimitive.addGradient(
        back, dnnl.dnnl_pooling_avg_exclude_padding, layer.window(back.plan().input(0).shape()));
  }
}
