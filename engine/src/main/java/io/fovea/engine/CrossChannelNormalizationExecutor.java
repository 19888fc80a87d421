package io.fovea.engine;

import io.fovea.network.CrossChannelNormalization;
import java.util.List;
import org.bytedeco.dnnl.global.dnnl;

/** Local response normalization across channels. */
final class CrossChannelNormalizationExecutor implements Executor<CrossChannelNormalization> {
  @Override
  public void compile(CrossChannelNormalization layer, Compilation plan) {
    if (layer.windowChannels() % 2 == 0) {
      throw new EngineException(
          "%s: the engine normalizes across an odd number of channels only, not %d"
              .formatted(layer.name(), layer.windowChannels()));
    }
    Value input = plan.input(0);
    Place output = plan.output();
    var attributes = plan.attributes();
    var description =
        plan.describe(
            Layouts.same(plan.scope(), input.shape(), input.shape()),
            (made, source, destination) ->
                dnnl.dnnl_lrn_forward_primitive_desc_create(
                    made,
                    plan.network().engine(),
                    plan.propagation(),
                    dnnl.dnnl_lrn_across_channels,
                    source,
                    destination,
                    layer.windowChannels(),
                    layer.alpha(),
                    layer.beta(),
                    layer.k(),
                    attributes));
    plan.addTo(
        output,
        "normalization",
        description,
        List.of(plan.source(dnnl.DNNL_ARG_SRC, input, description.wanted(dnnl.DNNL_ARG_SRC))));
  }

  @Override
  public void differentiate(CrossChannelNormalization layer, Differentiation back) {
    Compilation plan = back.plan();
    Value input = plan.input(0);
    var forward = back.forward().description();
    var description =
        plan.describe(
            List.of(
                new Layouts(forward.wanted(dnnl.DNNL_ARG_SRC), forward.wanted(dnnl.DNNL_ARG_SRC))),
            (made, to, from) ->
                dnnl.dnnl_lrn_backward_primitive_desc_create(
                    made,
                    plan.network().engine(),
                    dnnl.dnnl_lrn_across_channels,
                    to,
                    from,
                    forward.wanted(dnnl.DNNL_ARG_SRC),
                    layer.windowChannels(),
                    layer.alpha(),
                    layer.beta(),
                    layer.k(),
                    forward.handle(),
                    Attributes.plain(plan.scope())));
    back.flow(
        "normalization gradient",
        description,
        input.shape(),
        plan.source(dnnl.DNNL_ARG_SRC, input, forward.wanted(dnnl.DNNL_ARG_SRC)));
  }
}
