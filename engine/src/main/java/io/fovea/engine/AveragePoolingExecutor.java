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
    PoolingPrimitive.add(plan, algorithm(layer), layer.window(in));
    if (needsCorrection(layer, in)) {
      Value pooled = plan.value(layer.name());
      Place source = plan.in(Layout.PLAIN, pooled);
      plan.define(corrected(plan, source, layer.window(in), in));
    }
  }

  @Override
  public void differentiate(AveragePooling2d layer, Differentiation back) {
    Shape in = back.plan().input(0).shape();
    Window2d window = layer.window(in);
    if (needsCorrection(layer, in)) {
      back.replaceGradient(corrected(back.plan(), back.plainGradient(), window, in));
    }
    PoolingPrimitive.addGradient(back, algorithm(layer), window);
  }

  private static int algorithm(AveragePooling2d layer) {
    return layer.countPadding()
        ? dnnl.dnnl_pooling_avg_include_padding
        : dnnl.dnnl_pooling_avg_exclude_padding;
  }

  /** oneDNN divides by the whole window; what hangs over the padding must not count. */
  private static boolean needsCorrection(AveragePooling2d layer, Shape in) {
    Window2d window = layer.window(in);
    boolean hangsOver =
        window.vertical().overhang(in.height()) > 0 || window.horizontal().overhang(in.width()) > 0;
    return layer.countPadding() && hangsOver;
  }

  /** Every place multiplied by what makes oneDNN's divisor the right one. */
  private static Place corrected(Compilation plan, Place source, Window2d window, Shape in) {
    Shape out = source.descriptor().shape();
    Place result = plan.place(out, Layout.PLAIN);
    long[] dimensions = {1, 1, out.height(), out.width()};
    var factorLayout = Descriptor.tagged(plan.scope(), dnnl.dnnl_abcd, dimensions);
    var description =
        plan.describe(
            List.of(new Layouts(source.descriptor().handle(), result.descriptor().handle())),
            (made, from, to) ->
                dnnl.dnnl_binary_primitive_desc_create(
                    made,
                    plan.network().engine(),
                    dnnl.dnnl_binary_mul,
                    from,
                    factorLayout,
                    to,
                    Attributes.plain(plan.scope())));
    plan.add(
        "correction",
        description,
        List.of(
            plan.arguments().at(dnnl.DNNL_ARG_SRC_0, source),
            plan.arguments()
                .constant(
                    dnnl.DNNL_ARG_SRC_1, factors(window, in, out), dimensions, dnnl.dnnl_abcd),
            plan.arguments().at(dnnl.DNNL_ARG_DST, result)));
    return result;
  }

  private static Parameter factors(Window2d window, Shape in, Shape out) {
    var factors = new float[out.height() * out.width()];
    for (int row = 0; row < out.height(); row++) {
      for (int column = 0; column < out.width(); column++) {
        factors[row * out.width() + column] =
            factor(window.vertical(), row, in.height())
                * factor(window.horizontal(), column, in.width());
      }
    }
    return Parameter.of("Divisors", factors, 1, 1, out.height(), out.width());
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
