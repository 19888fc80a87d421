package io.fovea.engine;

import io.fovea.network.Convolution2d;
import io.fovea.network.Window;
import io.fovea.network.Window2d;
import java.util.ArrayList;
import org.bytedeco.dnnl.dnnl_memory_desc;
import org.bytedeco.dnnl.global.dnnl;

/** Convolution, with groups and dilation, its ReLU applied as it writes. */
final class ConvolutionExecutor implements Executor<Convolution2d> {
  @Override
  public boolean appliesRelu() {
    return true;
  }

  @Override
  public boolean writesParts() {
    return true;
  }

  @Override
  public void compile(Convolution2d layer, Compilation plan) {
    Value input = plan.input(0);
    Place output = plan.output();
    long[] dimensions = weightDimensions(layer);
    var weights = Descriptor.tagged(plan.scope(), dnnl.dnnl_format_tag_any, dimensions);
    dnnl_memory_desc bias =
        layer.bias().isPresent()
            ? Descriptor.tagged(plan.scope(), dnnl.dnnl_a, layer.filters())
            : null;
    Window2d window = layer.window(input.shape());
    Window rows = window.vertical();
    Window columns = window.horizontal();
    var attributes = plan.attributes();
    var description =
        plan.describe(
            Layouts.blockedOrAny(plan.scope(), input, output),
            (made, source, destination) ->
                dnnl.dnnl_convolution_forward_primitive_desc_create(
                    made,
                    plan.network().engine(),
                    plan.propagation(),
                    dnnl.dnnl_convolution_auto,
                    source,
                    weights,
                    bias,
                    destination,
                    new long[] {rows.stride(), columns.stride()},
                    new long[] {rows.dilation() - 1, columns.dilation() - 1},
                    new long[] {rows.before(), columns.before()},
                    new long[] {rows.after(), columns.after()},
                    attributes));
    var arguments = new ArrayList<Argument>();
    arguments.add(plan.source(dnnl.DNNL_ARG_SRC, input, description.wanted(dnnl.DNNL_ARG_SRC)));
    arguments.add(
        plan.arguments()
            .parameter(
                dnnl.DNNL_ARG_WEIGHTS,
                layer,
                layer.weights(),
                dimensions,
                plainTag(layer),
                description.wanted(dnnl.DNNL_ARG_WEIGHTS)));
    layer
        .bias()
        .ifPresent(
            values -> arguments.add(plan.arguments().vector(dnnl.DNNL_ARG_BIAS, layer, values)));
    plan.addTo(output, "convolution", description, arguments);
  }

  @Override
  public void differentiate(Convolution2d layer, Differentiation back) {
    new ConvolutionGradient(layer, back).add();
  }

  /** oneDNN's tag of the weights' plain order. */
  static int plainTag(Convolution2d layer) {
    return layer.groups() == 1 ? dnnl.dnnl_abcd : dnnl.dnnl_abcde;
  }

  /** Grouped weights have the groups as an axis of their own. */
  static long[] weightDimensions(Convolution2d layer) {
    long filters = layer.filters();
    long channels = layer.weights().dimension(1);
    long height = layer.kernel().height();
    long width = layer.kernel().width();
    return layer.groups() == 1
        ? new long[] {filters, channels, height, width}
        : new long[] {layer.groups(), filters / layer.groups(), channels, height, width};
  }
}
