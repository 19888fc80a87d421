package io.fovea.engine;

import io.fovea.network.FullyConnected;
import io.fovea.tensor.Shape;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.dnnl.dnnl_memory_desc;
import org.bytedeco.dnnl.global.dnnl;

/** Fully connected layer: an inner product over all values in plain order. */
final class FullyConnectedExecutor implements Executor<FullyConnected> {
  @Override
  public boolean appliesRelu() {
    return true;
  }

  @Override
  public void compile(FullyConnected layer, Compilation plan) {
    Place source = plan.in(Layout.PLAIN, plan.input(0));
    Shape in = source.descriptor().shape();
    Place output = plan.place(Shape.of(in.batch(), layer.outputs(), 1, 1), Layout.PLAIN);
    long[] dimensions = {layer.outputs(), layer.inputCount()};
    var scope = plan.scope();
    var weights = Descriptor.tagged(scope, dnnl.dnnl_format_tag_any, dimensions);
    dnnl_memory_desc bias =
        layer.bias().isPresent() ? Descriptor.tagged(scope, dnnl.dnnl_a, layer.outputs()) : null;
    var from = Descriptor.tagged(scope, dnnl.dnnl_ab, in.batch(), layer.inputCount());
    var to = Descriptor.tagged(scope, dnnl.dnnl_ab, in.batch(), layer.outputs());
    var attributes = plan.attributes();
    var description =
        plan.describe(
            List.of(new Layouts(from, to)),
            (made, sourceLayout, destinationLayout) ->
                dnnl.dnnl_inner_product_forward_primitive_desc_create(
                    made,
                    plan.network().engine(),
                    plan.propagation(),
                    sourceLayout,
                    weights,
                    bias,
                    destinationLayout,
                    attributes));
    var arguments = new ArrayList<Argument>();
    arguments.add(plan.arguments().at(dnnl.DNNL_ARG_SRC, source, from));
    arguments.add(
        plan.arguments()
            .parameter(
                dnnl.DNNL_ARG_WEIGHTS,
                layer,
                layer.weights(),
                dimensions,
                dnnl.dnnl_ab,
                description.wanted(dnnl.DNNL_ARG_WEIGHTS)));
    layer
        .bias()
        .ifPresent(
            values -> arguments.add(plan.arguments().vector(dnnl.DNNL_ARG_BIAS, layer, values)));
    arguments.add(plan.arguments().at(dnnl.DNNL_ARG_DST, output, to));
    plan.add("inner product", description, List.copyOf(arguments));
    plan.remember(description);
    plan.define(output);
  }

  @Override
  public void differentiate(FullyConnected layer, Differentiation back) {
    if (back.learns()) {
      addByWeights(layer, back);
    }
    if (back.wantsInput(0)) {
      addByInput(layer, back);
    }
  }

  private static void addByInput(FullyConnected layer, Differentiation back) {
    Compilation plan = back.plan();
    Shape in = plan.input(0).shape();
    long[] dimensions = {layer.outputs(), layer.inputCount()};
    var weights = Descriptor.tagged(plan.scope(), dnnl.dnnl_format_tag_any, dimensions);
    var description =
        plan.describe(
            List.of(layouts(layer, plan, in.batch())),
            (made, to, from) ->
                dnnl.dnnl_inner_product_backward_data_primitive_desc_create(
                    made,
                    plan.network().engine(),
                    to,
                    weights,
                    from,
                    back.forward().description().handle(),
                    Attributes.plain(plan.scope())));
    Place result = plan.place(in, Layout.PLAIN);
    plan.add(
        "inner product gradient",
        description,
        List.of(
            plan.arguments()
                .at(
                    dnnl.DNNL_ARG_DIFF_DST,
                    back.plainGradient(),
                    description.wanted(dnnl.DNNL_ARG_DIFF_DST)),
            plan.arguments()
                .parameter(
                    dnnl.DNNL_ARG_WEIGHTS,
                    layer,
                    layer.weights(),
                    dimensions,
                    dnnl.dnnl_ab,
                    description.wanted(dnnl.DNNL_ARG_WEIGHTS)),
            plan.arguments()
                .at(dnnl.DNNL_ARG_DIFF_SRC, result, description.wanted(dnnl.DNNL_ARG_DIFF_SRC))));
    back.give(0, result);
  }

  private static void addByWeights(FullyConnected layer, Differentiation back) {
    Compilation plan = back.plan();
    Place source = plan.in(Layout.PLAIN, plan.input(0));
    Place gradient = back.plainGradient();
    back.replaceGradient(gradient);
    long[] dimensions = {layer.outputs(), layer.inputCount()};
    var weights = Descriptor.tagged(plan.scope(), dnnl.dnnl_format_tag_any, dimensions);
    dnnl_memory_desc bias =
        layer.bias().isPresent()
            ? Descriptor.tagged(plan.scope(), dnnl.dnnl_a, layer.outputs())
            : null;
    var description =
        plan.describe(
            List.of(layouts(layer, plan, source.descriptor().shape().batch())),
            (made, from, given) ->
                dnnl.dnnl_inner_product_backward_weights_primitive_desc_create(
                    made,
                    plan.network().engine(),
                    from,
                    weights,
                    bias,
                    given,
                    back.forward().description().handle(),
                    Attributes.plain(plan.scope())));
    var learned = new ArrayList<Differentiation.Learned>();
    learned.add(
        back.learn(
            dnnl.DNNL_ARG_DIFF_WEIGHTS,
            layer.weights(),
            dimensions,
            dnnl.dnnl_ab,
            description.wanted(dnnl.DNNL_ARG_DIFF_WEIGHTS)));
    layer
        .bias()
        .ifPresent(values -> learned.add(back.learnVector(dnnl.DNNL_ARG_DIFF_BIAS, values)));
    var arguments = new ArrayList<Argument>();
    arguments.add(
        plan.arguments().at(dnnl.DNNL_ARG_SRC, source, description.wanted(dnnl.DNNL_ARG_SRC)));
    arguments.add(
        plan.arguments()
            .at(dnnl.DNNL_ARG_DIFF_DST, gradient, description.wanted(dnnl.DNNL_ARG_DIFF_DST)));
    learned.forEach(each -> arguments.add(each.argument()));
    plan.add("inner product weights' gradient", description, arguments);
    learned.forEach(each -> each.toPlain().run());
  }

  private static Layouts layouts(FullyConnected layer, Compilation plan, int batch) {
    return new Layouts(
        Descriptor.tagged(plan.scope(), dnnl.dnnl_ab, batch, layer.inputCount()),
        Descriptor.tagged(plan.scope(), dnnl.dnnl_ab, batch, layer.outputs()));
  }
}
