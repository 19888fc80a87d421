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
            List.of(new Compilation.Layouts(from, to)),
            (made, sourceLayout, destinationLayout) ->
                dnnl.dnnl_inner_product_forward_primitive_desc_create(
                    made,
                    plan.network().engine(),
                    dnnl.dnnl_forward_inference,
                    sourceLayout,
                    weights,
                    bias,
                    destinationLayout,
                    attributes));
    var arguments = new ArrayList<Argument>();
    arguments.add(plan.argument(dnnl.DNNL_ARG_SRC, source, from));
    arguments.add(
        plan.parameter(
            dnnl.DNNL_ARG_WEIGHTS,
            layer.weights(),
            dimensions,
            dnnl.dnnl_ab,
            description.wanted(dnnl.DNNL_ARG_WEIGHTS)));
    layer.bias().ifPresent(values -> arguments.add(plan.vector(dnnl.DNNL_ARG_BIAS, values)));
    arguments.add(plan.argument(dnnl.DNNL_ARG_DST, output, to));
    plan.add("inner product", description, List.copyOf(arguments));
    plan.define(output);
  }
}
