package io.fovea.engine;

import java.util.List;
import org.bytedeco.dnnl.dnnl_memory_desc;
import org.bytedeco.dnnl.dnnl_primitive_desc;
import org.bytedeco.dnnl.global.dnnl;

/**
 * A function of every value by itself, whose derivative follows from its own result.
 *
 * @param kind what its steps are called
 * @param forward oneDNN's algorithm
 * @param backward the one that reads the result when it goes back
 * @param ceiling the greatest value that it gives, where it has one, else 0
 */
record Elementwise(String kind, int forward, int backward, float ceiling) {
  static final Elementwise RELU =
      new Elementwise("relu", dnnl.dnnl_eltwise_relu, dnnl.dnnl_eltwise_relu_use_dst_for_bwd, 0);

  /** Applies it in the source's layout; gives the place of the result. */
  Place apply(Compilation plan, Place source, Place output) {
    var attributes = Attributes.plain(plan.scope());
    var any = output.descriptor().any(plan.scope());
    var sourceLayout = source.descriptor().handle();
    boolean same = output.descriptor().sameAs(sourceLayout);
    var description =
        plan.describe(
            List.of(new Layouts(sourceLayout, same ? output.descriptor().handle() : any)),
            (made, from, to) ->
                dnnl.dnnl_eltwise_forward_primitive_desc_create(
                    made,
                    plan.network().engine(),
                    plan.propagation(),
                    forward,
                    from,
                    to,
                    0,
                    ceiling,
                    attributes));
    Place result =
        same
            ? output
            : plan.place(description.wanted(dnnl.DNNL_ARG_DST), output.descriptor().shape());
    plan.add(
        kind,
        description,
        List.of(
            plan.arguments().at(dnnl.DNNL_ARG_SRC, source),
            plan.arguments().at(dnnl.DNNL_ARG_DST, result)));
    return result;
  }

  /** The gradient that came, times the derivative at the result; in place where it may be. */
  Place gradient(Differentiation back, Value output) {
    Compilation plan = back.plan();
    Place activation = dense(plan, output);
    var layout = activation.descriptor().handle();
    Place gradient = back.gradientIn(layout);
    boolean inPlace = back.gradient().owned() || gradient != back.gradient().place();
    Place result = inPlace ? gradient : back.known(layout, output.shape());
    var description =
        plan.describe(
            List.of(new Layouts(layout, layout)),
            (made, to, from) ->
                dnnl.dnnl_eltwise_backward_primitive_desc_create(
                    made,
                    plan.network().engine(),
                    backward,
                    to,
                    from,
                    layout,
                    0,
                    ceiling,
                    hint(plan, layout),
                    Attributes.plain(plan.scope())));
    plan.add(
        kind + " gradient",
        description,
        List.of(
            plan.arguments().at(dnnl.DNNL_ARG_DST, activation),
            plan.arguments().at(dnnl.DNNL_ARG_DIFF_DST, gradient),
            plan.arguments().at(dnnl.DNNL_ARG_DIFF_SRC, result)));
    return result;
  }

  /** The activation by itself, not as a part of a concatenation's buffer. */
  private static Place dense(Compilation plan, Value output) {
    Layout layout = output.place().layout();
    return layout == Layout.OPAQUE ? output.place() : plan.in(layout, output);
  }

  /** The forward primitive that oneDNN asks for, though the producer may have applied it. */
  private dnnl_primitive_desc hint(Compilation plan, dnnl_memory_desc layout) {
    return plan.describe(
            List.of(new Layouts(layout, layout)),
            (made, from, to) ->
                dnnl.dnnl_eltwise_forward_primitive_desc_create(
                    made,
                    plan.network().engine(),
                    dnnl.dnnl_forward_training,
                    backward,
                    from,
                    to,
                    0,
                    ceiling,
                    Attributes.plain(plan.scope())))
        .handle();
  }
}
