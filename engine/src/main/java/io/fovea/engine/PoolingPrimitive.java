package io.fovea.engine;

import io.fovea.network.Window;
import io.fovea.network.Window2d;
import io.fovea.tensor.Shape;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.dnnl.global.dnnl;

/** The pooling primitive, for all three pooling layers. */
final class PoolingPrimitive {
  private PoolingPrimitive() {}

  /**
   * Adds it and defines the layer's activation.
   *
   * @param algorithm dnnl_pooling_max, dnnl_pooling_avg_include_padding or _exclude_padding
   */
  static void add(Compilation plan, int algorithm, Window2d window) {
    Value input = plan.input(0);
    Place output = plan.output();
    Shape out = output.descriptor().shape();
    var attributes = plan.attributes();
    Window rows = window.vertical();
    Window columns = window.horizontal();
    var layouts =
        new ArrayList<>(
            List.of(
                new Layouts(input.place().descriptor().handle(), output.descriptor().handle())));
    layouts.addAll(Layouts.same(plan.scope(), input.shape(), out));
    var description =
        plan.describe(
            layouts,
            (made, source, destination) ->
                dnnl.dnnl_pooling_forward_primitive_desc_create(
                    made,
                    plan.network().engine(),
                    plan.propagation(),
                    algorithm,
                    source,
                    destination,
                    new long[] {rows.stride(), columns.stride()},
                    new long[] {rows.kernel(), columns.kernel()},
                    new long[] {rows.dilation() - 1, columns.dilation() - 1},
                    new long[] {rows.before(), columns.before()},
                    new long[] {
                      after(rows, input.shape().height(), out.height()),
                      after(columns, input.shape().width(), out.width())
                    },
                    attributes));
    plan.addTo(
        output,
        "pooling",
        description,
        List.of(plan.source(dnnl.DNNL_ARG_SRC, input, description.wanted(dnnl.DNNL_ARG_SRC))));
  }

  /** Adds the backward primitive of the layer's pooling. */
  static void addGradient(Differentiation back, int algorithm, Window2d window) {
    Compilation plan = back.plan();
    Shape in = plan.input(0).shape();
    Shape out = back.shape();
    Window rows = window.vertical();
    Window columns = window.horizontal();
    var description =
        plan.describe(
            back.layouts(in),
            (made, to, from) ->
                dnnl.dnnl_pooling_backward_primitive_desc_create(
                    made,
                    plan.network().engine(),
                    algorithm,
                    to,
                    from,
                    new long[] {rows.stride(), columns.stride()},
                    new long[] {rows.kernel(), columns.kernel()},
                    new long[] {rows.dilation() - 1, columns.dilation() - 1},
                    new long[] {rows.before(), columns.before()},
                    new long[] {
                      after(rows, in.height(), out.height()),
                      after(columns, in.width(), out.width())
                    },
                    back.forward().description().handle(),
                    Attributes.plain(plan.scope())));
    back.flow("pooling gradient", description, in);
  }

  /** Padding after the input so that exactly {@code places} windows fit, as oneDNN checks. */
  private static long after(Window window, int input, int places) {
    return (long) (places - 1) * window.stride() + window.extent() - input - window.before();
  }
}
