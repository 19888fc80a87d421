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
            List.of(new Layouts(source.descriptor().handle(), output.descriptor().handle())),
            (made, from, to) ->
                dnnl.dnnl_softmax_forward_primitive_desc_create(
                    made,
                    plan.network().engine(),
                    plan.propagation(),
                    dnnl.dnnl_softmax_accurate,
                    from,
                    to,
                    layer.axis().ordinal(),
                    attributes));
    plan.add(
        "softmax",
        description,
        List.of(
            plan.arguments().at(dnnl.DNNL_ARG_SRC, source),
            plan.arguments().at(dnnl.DNNL_ARG_DST, output)));
    plan.remember(description);
    plan.define(output);
  }

  @Override
  public void differentiate(Softmax layer, Differentiation back) {
    Compilation plan = back.plan();
    Place output = plan.value(layer.name()).place();
    Place gradient = back.plainGradient();
    Place result = plan.place(back.shape(), Layout.PLAIN);
    var hint = back.forward().description().handle();
    var description =
        plan.describe(
            List.of(new Layouts(result.descriptor().handle(), gradient.descriptor().handle())),
            (made, to, from) ->
                dnnl.dnnl_softmax_backward_primitive_desc_create(
                    made,
                    plan.network().engine(),
                    dnnl.dnnl_softmax_accurate,
                    to,
                    from,
                    output.descriptor().handle(),
                    layer.axis().ordinal(),
                    hint,
                    Attributes.plain(plan.scope())));
    plan.add(
        "softmax gradient",
        description,
        List.of(
            plan.arguments().at(dnnl.DNNL_ARG_DST, output),
            plan.arguments().at(dnnl.DNNL_ARG_DIFF_DST, gradient),
            plan.arguments().at(dnnl.DNNL_ARG_DIFF_SRC, result)));
    back.give(0, result);
  }
}
