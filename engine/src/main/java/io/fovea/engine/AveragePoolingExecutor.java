package io.fovea.engine;

import io.fovea.network.AveragePooling2d;
import io.fovea.network.Parameter;
import io.fovea.network.Window;
import io.fovea.network.Window2d;
import io.fovea.tensor.Shape;
import java.util.List;
import org.bytedeco.dnnl.global.dnnl;

/** Average pooling, with and without padding counted. */
final class AveragePoolingExecutor implements Executor<AveragePooling2d> {
  @Override
  public void compile(AveragePooling2d layer, Compilation plan) {
    Shape in = plan.input(0).shape();
    Window2d window = layer.window(in);
    boolean hangsOver =
        window.vertical().overhang(in.height()) > 0 || window.horizontal().overhang(in.width()) > 0;
    PoolingPrimitive.add(
        plan,
        layer.countPadding()
            ? dnnl.dnnl_pooling_avg_include_padding
            : dnnl.dnnl_pooling_avg_exclude_padding,
        window);
    if (layer.countPadding() && hangsOver) {
      correct(layer, plan, window, in);
    }
  }

  /** oneDNN divides by the whole window; what hangs over the padding must not count. */
  private static void correct(AveragePooling2d layer, Compilation plan, Window2d window, Shape in) {
    Value pooled = plan.value(layer.name());
    Shape out = pooled.shape();
    var factors = new float[out.height() * out.width()];
    for (int row = 0; row < out.height(); row++) {
      for (int column = 0; column < out.width(); column++) {
        factors[row * out.width() + column] =
            factor(window.vertical(), row, in.height())
                * factor(window.horizontal(), column, in.width());
      }
    }
    Place result = plan.place(out, Layout.PLAIN);
    Place source = plan.in(Layout.PLAIN, pooled);
    long[] dimensions = {1, 1, out.height(), out.width()};
    var factorLayout = Descriptor.tagged(plan.scope(), dnnl.dnnl_abcd, dimensions);
    var attributes = plan.plainAttributes();
    var description =
        plan.describe(
            List.of(
                new Compilation.Layouts(
                    source.descriptor().handle(), result.descriptor().handle())),
            (made, from, to) ->
                dnnl.dnnl_binary_primitive_desc_create(
                    made,
                    plan.network().engine(),
                    dnnl.dnnl_binary_mul,
                    from,
                    factorLayout,
                    to,
                    attributes));
    plan.add(
        "correction",
        description,
        List.of(
            plan.argument(dnnl.DNNL_ARG_SRC_0, source),
            plan.constant(
                dnnl.DNNL_ARG_SRC_1,
                Parameter.of("Divisors", factors, 1, 1, out.height(), out.width()),
                dimensions,
                dnnl.dnnl_abcd),
            plan.argument(dnnl.DNNL_ARG_DST, result)));
    plan.define(result);
  }

  private static float factor(Window window, int place, int input) {
    int counted = 0;
    for (int k = 0; k < window.kernel(); k++) {
      if (window.start(place) + k * window.dilation() < input + window.after()) {
        counted++;
      }
    }
    return (float) window.kernel() / counted;
  }
}
