package io.fovea.engine;

import io.fovea.network.BatchNormalization;
import java.util.List;
import org.bytedeco.dnnl.global.dnnl;

/** Batch normalization with gathered statistics, its ReLU applied as it writes. */
final class BatchNormalizationExecutor implements Executor<BatchNormalization> {
  @Override
  public boolean appliesRelu() {
    return true;
  }

  @Override
  public void compile(BatchNormalization layer, Compilation plan) {
    Value input = plan.input(0);
    Place output = plan.output();
    var attributes = plan.attributes();
    int flags = dnnl.dnnl_use_global_stats | dnnl.dnnl_use_scale | dnnl.dnnl_use_shift;
    var description =
        plan.describe(
            plan.sameLayout(input, input.shape()),
            (made, source, destination) ->
                dnnl.dnnl_batch_normalization_forward_primitive_desc_create(
                    made,
                    plan.network().engine(),
                    dnnl.dnnl_forward_inference,
                    source,
                    destination,
                    layer.epsilon(),
                    flags,
                    attributes));
    plan.addTo(
        output,
        "batch normalization",
        description,
        List.of(
            plan.source(dnnl.DNNL_ARG_SRC, input, description.wanted(dnnl.DNNL_ARG_SRC)),
            plan.vector(dnnl.DNNL_ARG_MEAN, layer.mean()),
            plan.vector(dnnl.DNNL_ARG_VARIANCE, layer.variance()),
            plan.vector(dnnl.DNNL_ARG_SCALE, layer.scale()),
            plan.vector(dnnl.DNNL_ARG_SHIFT, layer.offset())));
  }
}
