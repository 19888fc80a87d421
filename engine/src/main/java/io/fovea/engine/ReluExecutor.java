package io.fovea.engine;

import io.fovea.network.Relu;
import java.util.List;
import org.bytedeco.dnnl.global.dnnl;

/** A ReLU by itself, where somebody wants what stands before it. */
final class ReluExecutor implements Executor<Relu> {
  @Override
  public void compile(Relu layer, Compilation plan) {
    Value input = plan.input(0);
    plan.define(apply(plan, input.place(), plan.place(input.shape(), Layout.BLOCKED)));
  }

  /** Applies it in the source's layout; gives the place of the result. */
  static Place apply(Compilation plan, Place source, Place output) {
    var attributes = plan.plainAttributes();
    var any = output.descriptor().any(plan.scope());
    var sourceLayout = source.descriptor().handle();
    boolean same = output.descriptor().sameAs(sourceLayout);
    var description =
        plan.describe(
            List.of(
                new Compilation.Layouts(sourceLayout, same ? output.descriptor().handle() : any)),
            (made, from, to) ->
                dnnl.dnnl_eltwise_forward_primitive_desc_create(
                    made,
                    plan.network().engine(),
                    dnnl.dnnl_forward_inference,
                    dnnl.dnnl_eltwise_relu,
                    from,
                    to,
                    0,
                    0,
                    attributes));
    Place result =
        same
            ? output
            : plan.place(description.wanted(dnnl.DNNL_ARG_DST), output.descriptor().shape());
    plan.add(
        "relu",
        description,
        List.of(
            plan.argument(dnnl.DNNL_ARG_SRC, source), plan.argument(dnnl.DNNL_ARG_DST, result)));
    return result;
  }
}
