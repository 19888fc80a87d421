package io.fovea.engine;

import io.fovea.network.Relu;
import java.util.List;
import org.bytedeco.dnnl.dnnl_memory_desc;
import org.bytedeco.dnnl.dnnl_primitive_desc;
import org.bytedeco.dnnl.global.dnnl;

/** A ReLU by itself, where somebody wants what stands before it. */
final class ReluExecutor implements Executor<Relu> {
  @Override
  public void compile(Relu layer, Compilation plan) {
    Value input = plan.input(0);
    plan.define(apply(plan, input.place(), plan.place(input.shape(), Layout.BLOCKED)));
  }

  @Override
  public void differentiate(Relu layer, Differentiation back) {
    if (back.passes(layer)) {
      back.pass();
    } else {
      Value output = back.plan().value(layer.name());
      back.give(0, gradient(back, output));
    }
  }

  /** The gradient where the ReLU's own result is positive, else 0; in place where it may be. */
  static Place gradient(Differentiation back, Value output) {
    Compilation plan = back.plan();
    Place activation = dense(plan, output);
    var layout = activation.descriptor().handle();
    Place gradient = back.gradientIn(layout);
    boolean inPlace = back.gradient().owned() || gradient != back.gradient().place();
    Place result = inPlace ? gradient : back.known(layout, output.shape());
    var description =
        plan.describe(
            List.of(new Compilation.Layouts(layout, layout)),
            (made, to, from) ->
                dnnl.dnnl_eltwise_backward_primitive_desc_create(
                    made,
                    plan.network().engine(),
                    dnnl.dnnl_eltwise_relu_use_dst_for_bwd,
                    to,
                    from,
                    layout,
                    0,
                    0,
                    hint(plan, layout),
                    plan.plainAttributes()));
    plan.add(
        "relu gradient",
        description,
        List.of(
            plan.argument(dnnl.DNNL_ARG_DST, activation),
            plan.argument(dnnl.DNNL_ARG_DIFF_DST, gradient),
            plan.argument(dnnl.DNNL_ARG_DIFF_SRC, result)));
    return result;
  }

  /** The activation by itself, not as a part of a concatenation's buffer. */
  private static Place dense(Compilation plan, Value output) {
    Layout layout = output.place().layout();
    return layout == Layout.OPAQUE ? output.place() : plan.in(layout, output);
  }

  /** The forward primitive that oneDNN asks for, though the producer has applied the ReLU. */
  private static dnnl_primitive_desc hint(Compilation plan, dnnl_memory_desc layout) {
    return plan.describe(
            List.of(new Compilation.Layouts(layout, layout)),
            (made, from, to) ->
                dnnl.dnnl_eltwise_forward_primitive_desc_create(
                    made,
                    plan.network().engine(),
                    dnnl.dnnl_forward_training,
                    dnnl.dnnl_eltwise_relu_use_dst_for_bwd,
                    from,
                    to,
                    0,
                    0,
                    plan.plainAttributes()))
        .handle();
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
                    plan.propagation(),
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
