package io.fovea.engine;

import io.fovea.network.Softmax;
import java.util.List;
import org.bytedeco.dnnl.global.dnnl;

/** Softmax, in plain order. */
final class SoftmaxExecutor implements Executor<Softmax> {
  @Override
  public void compile(Softmax layer, Compilation plan) {
    Place source = plan.in(Layout.PLAIN, plan.input(0));
    Place output = plan.place(source.descriptor().shape(), Layout.PLAIN);
    var attributes = plan.attributes();
    var description =
        plan.describe(
            List.of(
                new Compilation.Layouts(
                    source.descriptor().handle(), output.descriptor().handle())),
            (made, from, to) ->
                dnnl.dnnl_softmax_forward_primitive_desc_create(
                    made,
                    plan.network().engine(),
                    dnnl.dnnl_forward_inference,
                    dnnl.dnnl_softmax_accurate,
                    from,
                    to,
                    layer.axis().ordinal(),
                    attributes));
    plan.add(
        "softmax",
        description,
        List.of(
            plan.argument(dnnl.DNNL_ARG_SRC, source), plan.argument(dnnl.DNNL_ARG_DST, output)));
    plan.define(output);
  }
}
