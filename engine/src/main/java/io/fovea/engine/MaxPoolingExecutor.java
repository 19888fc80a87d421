package io.fovea.engine;

import io.fovea.network.MaxPooling2d;
import java.util.List;
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
    List<String> relus = back.relusBehind(layer.input());
    if (!relus.isEmpty()) {
      // Where a window's greatest is 0, no gradient gets through its ReLU; elsewhere it goes to a
      // positive value. So the ReLU may be differentiated on this side, where there is less.
      Value pooled = back.plan().value(layer.name());
      back.replaceGradient(Elementwise.RELU.gradient(back, pooled));
      relus.forEach(back::letPass);
    }
    PoolingPrimitive.addGradient(
        back, dnnl.dnnl_pooling_max, layer.window(back.plan().input(0).shape()));
  }
}
